import type { PhoneTypingIssue } from "@educonnect-activation/core";
import type { GuardianshipMeaning } from "./directory.ts";

/** A school as its file gives it. */
export interface SchoolRecord {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** « Message de l'établissement ». */
  readonly message: string | null;
}

/** A guardian or a pupil as a school's file gives them. */
export interface PersonRecord {
  readonly id: string;
  readonly kind: "guardian" | "pupil";
  readonly givenName: string;
  readonly familyName: string;
  readonly birthName: string | null;
  /** As it was typed, in any spelling that `readMobile` understands; null when none is known. */
  readonly mobile: string | null;
  readonly email: string | null;
  /** ISO calendar date. */
  readonly birthDate: string | null;
  /** A pupil's school. */
  readonly schoolId: string | null;
}

/** The two people of a guardianship, of whom there is at most one. */
export interface GuardianshipKey {
  readonly guardianId: string;
  readonly childId: string;
}

/** What a guardian is to a child. */
export interface GuardianshipRecord extends GuardianshipKey {
  readonly meaning: GuardianshipMeaning;
  /** Where the child stands among the guardian's when they are shown; without it, the record's place in its batch. */
  readonly position?: number;
}

/** A directory, or a part of it, as plain data. Of records of one key in a batch the last counts. */
export interface DirectoryRecords {
  readonly schools: readonly SchoolRecord[];
  readonly people: readonly PersonRecord[];
  readonly guardianships: readonly GuardianshipRecord[];
}

/** What is no longer in a school's file. */
export interface DirectoryKeys {
  readonly schools: readonly string[];
  readonly people: readonly string[];
  readonly guardianships: readonly GuardianshipKey[];
}

/** Why a text is no mobile number that receives a code: what core sees while it is typed, or `phone_invalid`, a number nobody is given. */
export type MobileIssue = PhoneTypingIssue | "phone_invalid";

/** How many records of one kind were new, were there otherwise, or were there already. */
export interface UpsertCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What became of a batch of records. */
export interface UpsertReport {
  readonly schools: UpsertCounts;
  readonly people: UpsertCounts;
  readonly guardianships: UpsertCounts;
  /** People kept without the mobile they came with, because it receives no text; never the number itself. */
  readonly unreadableMobiles: readonly { readonly personId: string; readonly code: MobileIssue }[];
}

/** How many of one kind were withdrawn, or were not there. */
export interface WithdrawalCounts {
  readonly withdrawn: number;
  readonly absent: number;
}

/** What became of a batch of keys. */
export type WithdrawalReport = { readonly [Kind in keyof DirectoryKeys]: WithdrawalCounts };

/**
 * Writes what schools say into a directory, for importers and for a school's desk.
 *
 * Batches may come in any order and of any size, and a record may name people or a school that are not there yet. Both methods are
 * idempotent: a batch written again changes nothing, and its report says so. Writers may work at once; each record is written whole, and
 * of two that differ the one committed last counts. A batch is no transaction: when a call throws, a part of its records may be
 * written, and the call may be made again.
 *
 * @throws {StoreUnavailableError} while the directory can't be reached, or others keep changing the same records.
 */
export interface DirectoryWriter {
  /** Adds the records that are new and changes those that are otherwise; nothing else is touched. */
  upsert(records: Partial<DirectoryRecords>): Promise<UpsertReport>;
  /**
   * Takes out what these keys name. Access ends at once: a guardianship withdrawn opens nothing any more, and with a person each of their
   * guardianships is withdrawn, which only a new record brings back. Accounts stay as they are.
   */
  withdraw(keys: Partial<DirectoryKeys>): Promise<WithdrawalReport>;
}
