import type { PostalAddress } from "../directory/directory.ts";

/** A child that a guardian's letter lists. */
export interface LetterChild {
  readonly givenName: string;
  readonly familyName: string;
  /** ISO date; null when the school has not recorded it. */
  readonly birthDate: string | null;
  readonly school: string;
}

interface LetterContents {
  /** The person's id in the directory. */
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly address: PostalAddress;
  /** The school that issues it. */
  readonly school: string;
  /** As the handler stores it: `p.nom12`. */
  readonly identifier: string;
  readonly provisionalPassword: string;
  /** ISO instant. */
  readonly issuedAt: string;
}

/** The letter of a legal guardian. */
export interface GuardianLetter extends LetterContents {
  readonly kind: "guardian";
  readonly mobile: string | null;
  readonly email: string | null;
  /** In the order the screen offers them. */
  readonly children: readonly LetterChild[];
}

/** The letter of a pupil of the secondary school. */
export interface PupilLetter extends LetterContents {
  readonly kind: "pupil";
  readonly birthDate: string | null;
  readonly className: string;
}

/** What a school prints and hands out, the provisional password in clear: it is on paper and in the demo's own file, never in the store. */
export type Letter = GuardianLetter | PupilLetter;

/** Where the holder of a letter has got to. */
export type LetterStatus = "issued" | "started" | "active" | "expired";
