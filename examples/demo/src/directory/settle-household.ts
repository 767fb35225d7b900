import { foldName } from "@educonnect-activation/core";
import { type Guardianship, type Person, type PostalAddress, schools } from "./directory.ts";
import { drawAddress, drawBirthDate, drawEmail, drawId, drawMobile, findClassName } from "./draw-details.ts";
import { familyNames } from "./family-names.ts";
import { childGivenNames, parentGivenNames } from "./given-names.ts";
import type { ChildSketch, GuardianSketch, Household } from "./household.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What the families of one directory share while they are drawn. */
export interface Settling {
  readonly random: SeededRandom;
  readonly takenMobiles: Set<string>;
  readonly takenEmails: Set<string>;
}

const millisecondsPerDay = 86_400_000;
const shortestGapDays = 300;

const isTooClose = (date: string, other: string): boolean =>
  Math.abs(Date.parse(date) - Date.parse(other)) < shortestGapDays * millisecondsPerDay;

/** Draws until the value is one nobody has; the lists are long against the number of people. */
function drawUnused(draw: () => string, isUsed: (drawn: string) => boolean): string {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const drawn = draw();
    if (!isUsed(drawn)) return drawn;
  }
  throw new Error("the lists to draw from are too short");
}

function settleMobile(sketch: GuardianSketch, { random, takenMobiles }: Settling): string | null {
  if (sketch.mobile !== undefined) return sketch.mobile;
  const signature = (mobile: string): string => mobile.replaceAll(/\D/gu, "").slice(-8);
  const mobile = drawUnused(
    () => drawMobile(random),
    (drawn) => takenMobiles.has(signature(drawn)),
  );
  takenMobiles.add(signature(mobile));
  return mobile;
}

function settleEmail(sketch: GuardianSketch, names: readonly string[], settling: Settling): string | null {
  if (sketch.email !== undefined) return sketch.email;
  const drawn = drawEmail(settling.random, names.map(foldName));
  if (drawn === null) return null;
  const email = settling.takenEmails.has(drawn) ? drawn.replace("@", `${settling.takenEmails.size}@`) : drawn;
  settling.takenEmails.add(email);
  return email;
}

function settleGuardian(
  sketch: GuardianSketch,
  household: { readonly familyName: string; readonly home: PostalAddress },
  settling: Settling,
): Person {
  const { random } = settling;
  const givenName = sketch.givenName ?? random.pickWeighted(parentGivenNames[sketch.sex]);
  const familyName = sketch.familyName ?? household.familyName;
  const address = sketch.address ?? household.home;
  return {
    id: drawId(random),
    kind: "guardian",
    givenName,
    familyName,
    birthName: sketch.birthName ?? null,
    mobile: settleMobile(sketch, settling),
    email: settleEmail(sketch, [givenName, familyName], settling),
    birthDate: sketch.birthDate ?? null,
    schoolId: null,
    className: null,
    address: address === "elsewhere" ? drawAddress(random, "elsewhere") : address,
  };
}

function settleChildren(
  sketches: readonly ChildSketch[],
  household: { readonly familyName: string; readonly home: PostalAddress },
  { random }: Settling,
): Person[] {
  const children: Person[] = [];
  for (const sketch of sketches) {
    const birthDates = children.flatMap(({ birthDate }) => (birthDate === null ? [] : [birthDate]));
    const birthDate =
      sketch.birthDate === undefined
        ? drawUnused(
            () => drawBirthDate(random, sketch.school),
            (date) => birthDates.some((other) => isTooClose(date, other)),
          )
        : sketch.birthDate;
    const givenName =
      sketch.givenName ??
      drawUnused(
        () => random.pickWeighted(childGivenNames[sketch.sex]),
        (name) => children.some((sibling) => sibling.givenName === name),
      );
    children.push({
      id: drawId(random),
      kind: "pupil",
      givenName,
      familyName: sketch.familyName ?? household.familyName,
      birthName: null,
      mobile: sketch.mobile ?? null,
      email: null,
      birthDate,
      schoolId: schools[sketch.school].id,
      className: findClassName(sketch.school, birthDate),
      address: household.home,
    });
  }
  return children;
}

/** The place of a child on a guardian's screen: primary school before the other, the eldest first in each. */
const compareChildren = (one: Person, other: Person): number =>
  (one.schoolId ?? "").localeCompare(other.schoolId ?? "") ||
  (one.birthDate ?? "9999").localeCompare(other.birthDate ?? "9999");

/** Turns the sketch of a family into its people, with the guardianships between them. */
export function settleHousehold(
  household: Household,
  settling: Settling,
): { readonly people: readonly Person[]; readonly guardianships: readonly Guardianship[] } {
  const { random } = settling;
  const familyName = household.familyName ?? random.pickWeighted(familyNames);
  const common = { familyName, home: drawAddress(random, "home") };
  const guardians = household.guardians.map((sketch) => settleGuardian(sketch, common, settling));
  const children = settleChildren(household.children, common, settling);
  const shown = [...children].sort(compareChildren);
  const guardianships = guardians.flatMap((guardian, guardianIndex) => {
    const meanings = household.guardians[guardianIndex]?.meanings;
    return shown.flatMap((child, position): Guardianship[] => {
      const meaning = meanings === undefined ? "representative" : (meanings[children.indexOf(child)] ?? null);
      if (meaning === null) return [];
      return [{ id: drawId(random), guardianId: guardian.id, childId: child.id, meaning, position }];
    });
  });
  return { people: [...guardians, ...children], guardianships };
}
