import type { SchoolContact } from "@educonnect-activation/core";

/** Somebody the directory knows. */
export interface Person {
  readonly id: string;
  readonly kind: "guardian" | "pupil";
  readonly givenName: string;
  readonly familyName: string;
  /** Null when it is the same as the family name, or unknown. */
  readonly birthName: string | null;
}

/** A child of whom a guardian is legal representative. */
export interface Child {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly school: string;
  readonly schoolId: string | null;
  /** ISO calendar date; null when the school has not recorded it. */
  readonly birthDate: string | null;
}

/**
 * Who is legal guardian of whom: the school's word, and the only thing that grants anything.
 *
 * Reads only; a directory that lives elsewhere is asked at each step, so a link withdrawn there is withdrawn here.
 *
 * @throws {StoreUnavailableError} from any method while the directory can't be reached.
 */
export interface Directory {
  findPerson(personId: string): Promise<Person | null>;
  /** Whom a person can ask: a pupil's school, and for a guardian the school of the first child. */
  findContact(personId: string): Promise<SchoolContact | null>;
  /** « Message de l'établissement » of the school that `findContact` names; null when there is none. */
  findMessage(personId: string): Promise<string | null>;
  /** The children to whom the guardian has an open link of legal rank 1 or 2, in the order they are to be shown. */
  findChildren(guardianId: string): Promise<readonly Child[]>;
  /** A pupil's own birth date (ISO), or null when it is not recorded. */
  findBirthDate(pupilId: string): Promise<string | null>;
  /** The ids of every guardian with an open link of legal rank 1 or 2 to the child. */
  findGuardians(childId: string): Promise<readonly string[]>;
}
