import type { Change, Store } from "../ports/store.ts";
import type { Vault } from "../security/vault.ts";
import { birthDatePlace } from "./stored-directory.ts";

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
  /** E.164; null when none is known. */
  readonly mobile: string | null;
  readonly email: string | null;
  /** ISO calendar date. */
  readonly birthDate: string | null;
  /** A pupil's school. */
  readonly schoolId: string | null;
}

/** Who is whose guardian. */
export interface LinkRecord {
  readonly guardianId: string;
  readonly childId: string;
  /** 1 and 2 are legal representatives, 0 is not (AAF). */
  readonly legalRank: number;
}

/** A directory as plain data. */
export interface DirectoryRecords {
  readonly schools: readonly SchoolRecord[];
  readonly people: readonly PersonRecord[];
  /** In the order in which each guardian's children are to be shown. */
  readonly links: readonly LinkRecord[];
}

const batchSize = 200;

async function personChange(vault: Vault, person: PersonRecord): Promise<Change> {
  const seal = (column: string, text: string | null) =>
    text === null ? null : vault.seal({ table: "people", row: person.id, column }, text);
  const [mobileSealed, emailSealed, birthDateSealed, mobileKey] = await Promise.all([
    seal("mobile_sealed", person.mobile),
    seal("email_sealed", person.email),
    person.birthDate === null ? null : vault.seal(birthDatePlace(person.id), person.birthDate),
    person.mobile === null ? null : vault.lookupKey("mobile", person.mobile),
  ]);
  return {
    type: "insert",
    table: "people",
    row: {
      id: person.id,
      kind: person.kind,
      given_name: person.givenName,
      family_name: person.familyName,
      birth_name: person.birthName,
      mobile_key: mobileKey,
      mobile_sealed: mobileSealed,
      email_sealed: emailSealed,
      birth_date_sealed: birthDateSealed,
      school_id: person.schoolId,
    },
  };
}

/**
 * Loads a directory into an empty store; contacts and dates of birth are sealed on the way.
 *
 * Commits in batches, so that a large directory holds no long transaction.
 *
 * @throws {TypeError} when a record is there already, naming its id.
 */
export async function loadDirectory(store: Store, vault: Vault, records: DirectoryRecords): Promise<void> {
  const schools = records.schools.map((row): Change => ({ type: "insert", table: "schools", row }));
  const people = await Promise.all(records.people.map((person) => personChange(vault, person)));
  const links = records.links.map(({ guardianId, childId, legalRank }, position): Change => ({
    type: "insert",
    table: "links",
    row: {
      id: `${guardianId}:${childId}`,
      guardian_id: guardianId,
      child_id: childId,
      legal_rank: legalRank,
      position,
      closed_at: null,
    },
  }));
  const changes = [...schools, ...people, ...links];
  for (let start = 0; start < changes.length; start += batchSize) {
    const batch = changes.slice(start, start + batchSize);
    const result = await store.commit(batch);
    if (result.committed) continue;
    const refused = batch[result.failedAt];
    const id = refused?.type === "insert" && "id" in refused.row ? refused.row.id : "";
    throw new TypeError(`The directory has the record ${id} already.`);
  }
}
