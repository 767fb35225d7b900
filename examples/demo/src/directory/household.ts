import type { GuardianshipMeaning } from "@educonnect-activation/server-adapter";
import type { PostalAddress } from "./directory.ts";

/** What is fixed about a guardian; the rest is drawn. */
export interface GuardianSketch {
  readonly sex: "female" | "male";
  readonly givenName?: string;
  /** The household's by default. */
  readonly familyName?: string;
  readonly birthName?: string;
  readonly mobile?: string | null;
  readonly email?: string | null;
  /** ISO date; left out where the school has not recorded it, as is usual for parents. */
  readonly birthDate?: string;
  /** Where the guardian lives, if not with the household; "elsewhere" is drawn. */
  readonly address?: PostalAddress | "elsewhere";
  /** What the guardian is to each child, in the order of the children; null for nothing. A representative of all of them by default. */
  readonly meanings?: readonly (GuardianshipMeaning | null)[];
}

/** What is fixed about a child; the rest is drawn. */
export interface ChildSketch {
  readonly sex: "female" | "male";
  readonly givenName?: string;
  /** The household's by default. */
  readonly familyName?: string;
  readonly school: "primary" | "secondary";
  /** ISO date; null when the school has not recorded it. */
  readonly birthDate?: string | null;
  readonly mobile?: string;
}

/** A family as a sketch; `case` says what it is there to show. */
export interface Household {
  readonly case: string;
  readonly familyName?: string;
  readonly guardians: readonly GuardianSketch[];
  readonly children: readonly ChildSketch[];
}
