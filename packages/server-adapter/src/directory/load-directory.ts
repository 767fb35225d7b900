import { personNameKeys } from "@educonnect-activation/core";
import type { GuardianshipMeaning } from "../ports/directory.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Vault } from "../security/vault.ts";
import { checkRegion, readMobile, type MobileIssue } from "./read-mobile.ts";
import { birthDatePlace, mobilePlace, mobilePurpose } from "./stored-directory.ts";

/** A school as it is loaded. */
export interface SchoolRecord {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** « Message de l'établissement ». */
  readonly message: string | null;
}

/** A guardian or a pupil as they are loaded. */
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

/** What a guardian is to a child. */
export interface GuardianshipRecord {
  readonly guardianId: string;
  readonly childId: string;
  readonly meaning: GuardianshipMeaning;
}

/** A directory as plain data. */
export interface DirectoryRecords {
  readonly schools: readonly SchoolRecord[];
  readonly people: readonly PersonRecord[];
  /** In the order in which each guardian's children are to be shown. */
  readonly guardianships: readonly GuardianshipRecord[];
}

/** How records are to be understood. */
export interface LoadOptions {
  /** Where mobile numbers without a calling code were written, as an ISO 3166-1 code (`"NC"`); France by default. */
  readonly defaultRegion?: string;
}

/** What became of a load. */
export interface LoadReport {
  /** People, schools and guardianships loaded. */
  readonly loaded: { readonly schools: number; readonly people: number; readonly guardianships: number };
  /** People loaded without the mobile they came with, because it receives no text; never the number itself. */
  readonly unreadableMobiles: readonly { readonly personId: string; readonly code: MobileIssue }[];
}

const batchSize = 200;

async function personChanges(vault: Vault, person: PersonRecord, mobile: string | null): Promise<Change[]> {
  const [mobileEncrypted, emailEncrypted, birthDateEncrypted, mobileKey] = await Promise.all([
    mobile === null ? null : vault.encrypt(mobilePlace(person.id), mobile),
    person.email === null
      ? null
      : vault.encrypt({ table: "people", row: person.id, column: "email_encrypted" }, person.email),
    person.birthDate === null ? null : vault.encrypt(birthDatePlace(person.id), person.birthDate),
    mobile === null ? null : vault.lookupKey(mobilePurpose, mobile),
  ]);
  const row = {
    id: person.id,
    kind: person.kind,
    given_name: person.givenName,
    family_name: person.familyName,
    birth_name: person.birthName,
    mobile_key: mobileKey,
    mobile_encrypted: mobileEncrypted,
    email_encrypted: emailEncrypted,
    birth_date_encrypted: birthDateEncrypted,
    school_id: person.schoolId,
  };
  return [{ type: "insert", table: "people", row }, ...nameChanges(person)];
}

/** What a guardian is found by; pupils are not found by name. */
function nameChanges({ id, kind, birthName, ...names }: PersonRecord): Change[] {
  if (kind !== "guardian") return [];
  return personNameKeys({ ...names, birthName: birthName ?? "" }).map((key, place) => ({
    type: "insert",
    table: "guardian_names",
    row: { id: `${id}:${place}`, key, person_id: id },
  }));
}

/**
 * Loads a directory into an empty store.
 *
 * Mobile numbers are read by `readMobile`; somebody whose number receives no text is loaded without it, and reported. Contacts and dates
 * of birth are sealed on the way. Commits in batches, so that a large directory holds no long transaction.
 *
 * @throws {TypeError} when a record is there already, naming its id, or for a region that is none.
 */
export async function loadDirectory(
  store: Store,
  vault: Vault,
  records: DirectoryRecords,
  { defaultRegion = "FR" }: LoadOptions = {},
): Promise<LoadReport> {
  checkRegion(defaultRegion);
  const mobiles = records.people.map(({ mobile }) =>
    mobile === null ? null : readMobile(mobile, defaultRegion),
  );
  const schools = records.schools.map((row): Change => ({ type: "insert", table: "schools", row }));
  const people = await Promise.all(
    records.people.map((person, index) => {
      const mobile = mobiles[index];
      return personChanges(vault, person, mobile?.ok === true ? mobile.number : null);
    }),
  );
  const guardianships = records.guardianships.map(({ guardianId, childId, meaning }, position): Change => ({
    type: "insert",
    table: "guardianships",
    row: {
      id: `${guardianId}:${childId}`,
      guardian_id: guardianId,
      child_id: childId,
      meaning,
      position,
      closed_at: null,
    },
  }));
  await insertAll(store, [...schools, ...people.flat(), ...guardianships]);
  return {
    loaded: { schools: schools.length, people: people.length, guardianships: guardianships.length },
    unreadableMobiles: records.people.flatMap(({ id }, index) => {
      const mobile = mobiles[index];
      return mobile?.ok === false ? [{ personId: id, code: mobile.code }] : [];
    }),
  };
}

async function insertAll(store: Store, changes: readonly Change[]): Promise<void> {
  for (let start = 0; start < changes.length; start += batchSize) {
    const batch = changes.slice(start, start + batchSize);
    const result = await store.commit(batch);
    if (result.committed) continue;
    const refused = batch[result.failedAt];
    const id = refused?.type === "insert" && "id" in refused.row ? refused.row.id : "";
    throw new TypeError(`The directory has the record ${id} already.`);
  }
}
