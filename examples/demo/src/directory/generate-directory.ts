import { largeHouseholds } from "./cast-large.ts";
import { nameHouseholds } from "./cast-names.ts";
import { phoneHouseholds } from "./cast-phones.ts";
import { tieHouseholds } from "./cast-ties.ts";
import type { Household } from "./household.ts";
import { methodHouseholds } from "./cast-methods.ts";
import { type Directory, schools } from "./directory.ts";
import { drawHousehold } from "./draw-household.ts";
import { createSeededRandom } from "./seeded-random.ts";
import { settleHousehold } from "./settle-household.ts";

/** The families written by hand, each there for a case that a drawn family might not show. */
const cast: readonly Household[] = [
  ...tieHouseholds,
  ...nameHouseholds,
  ...phoneHouseholds,
  ...largeHouseholds,
];

const drawnHouseholds = 25;

/**
 * Generates the people of the demo's two schools: the written cast first, then families drawn with French name frequencies.
 *
 * Pure and deterministic: one seed gives the same directory, ids included, on every machine; no two people share a mobile unless the
 * cast says so.
 *
 * @param seed any text
 */
export function generateDirectory(seed: string): Directory {
  const random = createSeededRandom(seed);
  const takenMobiles = new Set<string>();
  const takenEmails = new Set<string>();
  const drawn = Array.from({ length: drawnHouseholds }, () => drawHousehold(random));
  const settle = (household: Household) => settleHousehold(household, { random, takenMobiles, takenEmails });
  const written = cast.map(settle);
  const ordinary = drawn.map(settle);
  // Settled last, so that one more of them changes nobody else.
  const settled = [...written, ...methodHouseholds.map(settle), ...ordinary];
  return {
    schools: [schools.primary, schools.secondary],
    people: settled.flatMap((family) => family.people),
    guardianships: settled.flatMap((family) => family.guardianships),
  };
}
