import { largeHouseholds } from "./cast-large.ts";
import { nameHouseholds } from "./cast-names.ts";
import { phoneHouseholds } from "./cast-phones.ts";
import { tieHouseholds } from "./cast-ties.ts";
import type { Household } from "./household.ts";

/** The families written by hand, each there for a case that a drawn family might not show. */
export const cast: readonly Household[] = [
  ...tieHouseholds,
  ...nameHouseholds,
  ...phoneHouseholds,
  ...largeHouseholds,
];
