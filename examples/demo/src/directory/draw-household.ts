import { familyNames } from "./family-names.ts";
import type { ChildSketch, GuardianSketch, Household } from "./household.ts";
import type { SeededRandom } from "./seeded-random.ts";

const childCounts: Readonly<Record<string, number>> = { "1": 45, "2": 38, "3": 14, "4": 3 };

const drawSex = (random: SeededRandom): "female" | "male" => (random.chance(2) ? "female" : "male");

function drawGuardians(random: SeededRandom, familyName: string): GuardianSketch[] {
  // One family in four has one guardian on file, as in INSEE's count of single-parent families.
  if (random.chance(4)) return [{ sex: random.chance(7) ? "male" : "female" }];
  const isSeparated = random.chance(4);
  const otherName = random.pickWeighted(familyNames);
  const mother: GuardianSketch = isSeparated
    ? { sex: "female", familyName: otherName, address: "elsewhere" }
    : random.chance(3)
      ? { sex: "female", familyName: otherName }
      : { sex: "female", ...(otherName === familyName ? {} : { birthName: otherName }) };
  const father: GuardianSketch = { sex: "male" };
  return random.chance(3) ? [father, mother] : [mother, father];
}

/** Draws the sketch of an ordinary family: one to four children, one or two guardians, together or apart. */
export function drawHousehold(random: SeededRandom): Household {
  const familyName = random.pickWeighted(familyNames);
  const count = Number(random.pickWeighted(childCounts));
  const children: ChildSketch[] = Array.from({ length: count }, () => ({
    sex: drawSex(random),
    school: random.chance(3) ? "secondary" : "primary",
  }));
  return { case: "drawn", familyName, guardians: drawGuardians(random, familyName), children };
}
