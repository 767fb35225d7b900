import { isSamePersonName, personNameKeys } from "@educonnect-activation/core";
import type { Child, Directory, Person } from "../ports/directory.ts";
import type { Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { createEvenDecrypter } from "../security/even-decrypter.ts";
import type { Vault } from "../security/vault.ts";
import { readMobile } from "./read-mobile.ts";

/** Where a birth date is encrypted for. */
export const birthDatePlace = (personId: string) => ({
  table: "people",
  row: personId,
  column: "birth_date_encrypted",
});

/** Where a mail address is encrypted for. */
export const emailPlace = (personId: string) => ({
  table: "people",
  row: personId,
  column: "email_encrypted",
});

/** Where a mobile number is encrypted for. */
export const mobilePlace = (personId: string) => ({
  table: "people",
  row: personId,
  column: "mobile_encrypted",
});

/** What the look-up key of a mobile number is for. */
export const mobilePurpose = "mobile";

/** Namesakes that are considered. */
const namesakeLimit = 100;

/** People read for a name however few bear it, so that nobody, one and some namesakes take the same reads. */
const leastNamesakeReads = 4;

function toPerson(row: Tables["people"]): Person {
  return {
    id: row.id,
    kind: row.kind,
    givenName: row.given_name,
    familyName: row.family_name,
    birthName: row.birth_name,
  };
}

function isNamed(row: Tables["people"], name: { givenName: string; familyName: string }): boolean {
  return isSamePersonName(name, {
    givenName: row.given_name,
    familyName: row.family_name,
    birthName: row.birth_name ?? "",
  });
}

/**
 * The directory of a deployment that loads it into the kit's own store.
 *
 * Dates of birth and mobile numbers are encrypted with the field key; numbers are found by keyed hash, under every key of the ring. Of more
 * than 100 guardians with one family name and first given name, 100 are considered; if only one of these bears the very names, nobody
 * is found, since another may be among the rest.
 */
export function createStoredDirectory(store: Store, vault: Vault): Directory {
  const decryptEvenly = createEvenDecrypter(vault);

  async function person(id: string): Promise<Tables["people"] | undefined> {
    return (await store.find("people", { where: { id } }))[0];
  }

  async function school(id: string | null): Promise<Tables["schools"] | undefined> {
    return id === null ? undefined : (await store.find("schools", { where: { id } }))[0];
  }

  /** The guardianships that are in force and let somebody in. */
  function representations(where: { guardian_id: string } | { child_id: string }) {
    const inForce = { ...where, meaning: "representative", closed_at: null } as const;
    return store.find("guardianships", { where: inForce, orderBy: "position" });
  }

  /** A pupil's own school, and for a guardian that of the first child. */
  async function schoolOf(personId: string): Promise<Tables["schools"] | undefined> {
    const [row, [first]] = await Promise.all([person(personId), representations({ guardian_id: personId })]);
    const pupil = first === undefined ? row : await person(first.child_id);
    return school(pupil?.school_id ?? null);
  }

  /** The ids of those who share a name's key, each once; whether these are all. */
  async function namesakes(name: { givenName: string; familyName: string }) {
    const found = await Promise.all(
      personNameKeys(name).map((key) =>
        store.find("guardian_names", { where: { key }, orderBy: "person_id", limit: namesakeLimit + 1 }),
      ),
    );
    const ids = [...new Set(found.flat().map((row) => row.person_id))];
    const isComplete = ids.length <= namesakeLimit;
    return { ids: ids.slice(0, namesakeLimit), isComplete };
  }

  async function birthDateOf(row: Tables["people"]): Promise<string | null> {
    return row.birth_date_encrypted === null
      ? null
      : vault.decrypt(birthDatePlace(row.id), row.birth_date_encrypted);
  }

  async function findChild(childId: string): Promise<Child | null> {
    const row = await person(childId);
    if (!row) return null;
    const [birthDate, itsSchool] = await Promise.all([birthDateOf(row), school(row.school_id)]);
    return {
      id: row.id,
      givenName: row.given_name,
      familyName: row.family_name,
      school: itsSchool?.name ?? "",
      schoolId: row.school_id,
      birthDate,
    };
  }

  return {
    async findPerson(personId) {
      const row = await person(personId);
      return row ? toPerson(row) : null;
    },
    async findByMobile(mobile) {
      const keys = await vault.lookupKeys(mobilePurpose, mobile);
      const found = await Promise.all(
        keys.map((key) => store.find("people", { where: { mobile_key: key } })),
      );
      return found.flat().map(toPerson);
    },
    async findGuardiansByName(name) {
      const { ids, isComplete } = await namesakes(name);
      const decoys = Array.from({ length: Math.max(0, leastNamesakeReads - ids.length) }, () => "");
      const rows = await Promise.all([...ids, ...decoys].map(person));
      const same = rows.flatMap((row) => (row?.kind === "guardian" && isNamed(row, name) ? [row] : []));
      return same.length === 1 && !isComplete ? [] : same.map(toPerson);
    },
    isRepresentative: async (personId) => (await representations({ guardian_id: personId })).length > 0,
    async findMobile(personId) {
      const encrypted = (await person(personId))?.mobile_encrypted ?? null;
      const mobile = await decryptEvenly(mobilePlace(personId), encrypted);
      if (mobile === null) return null;
      const reading = readMobile(mobile);
      return reading.ok ? reading.number : null;
    },
    async findContact(personId) {
      const found = await schoolOf(personId);
      return found ? { name: found.name, phone: found.phone, email: found.email } : null;
    },
    async findMessage(personId) {
      return (await schoolOf(personId))?.message ?? null;
    },
    async findChildren(guardianId) {
      const found = await representations({ guardian_id: guardianId });
      const children = await Promise.all(found.map(({ child_id }) => findChild(child_id)));
      return children.filter((child) => child !== null);
    },
    async findBirthDate(personId) {
      const row = await person(personId);
      return decryptEvenly(birthDatePlace(personId), row?.birth_date_encrypted ?? null);
    },
    async findGuardians(childId) {
      return (await representations({ child_id: childId })).map(({ guardian_id }) => guardian_id);
    },
  };
}
