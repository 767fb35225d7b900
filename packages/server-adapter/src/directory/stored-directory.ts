import type { Child, Directory } from "../ports/directory.ts";
import type { Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import type { Vault } from "../security/vault.ts";

/** Where a birth date is sealed to. */
export const birthDatePlace = (personId: string) => ({
  table: "people",
  row: personId,
  column: "birth_date_sealed",
});

/** Legal ranks that make a legal representative (AAF: 1 and 2; 0 is not one). */
const representativeRanks: ReadonlySet<number> = new Set([1, 2]);

/** The directory of a deployment that loads it into the kit's own store; dates of birth are sealed with the field key. */
export function createStoredDirectory(store: Store, vault: Vault): Directory {
  async function person(id: string): Promise<Tables["people"] | undefined> {
    return (await store.find("people", { where: { id } }))[0];
  }

  async function school(id: string | null): Promise<Tables["schools"] | undefined> {
    return id === null ? undefined : (await store.find("schools", { where: { id } }))[0];
  }

  async function openLinks(where: { guardian_id: string } | { child_id: string }) {
    const links = await store.find("links", { where: { ...where, closed_at: null }, orderBy: "position" });
    return links.filter((link) => representativeRanks.has(link.legal_rank));
  }

  /** A pupil's own school, and for a guardian that of the first child. */
  async function schoolOf(personId: string): Promise<Tables["schools"] | undefined> {
    const [row, [first]] = await Promise.all([person(personId), openLinks({ guardian_id: personId })]);
    const pupil = first === undefined ? row : await person(first.child_id);
    return school(pupil?.school_id ?? null);
  }

  async function birthDateOf(row: Tables["people"]): Promise<string | null> {
    return row.birth_date_sealed === null ? null : vault.open(birthDatePlace(row.id), row.birth_date_sealed);
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
      if (!row) return null;
      return {
        id: row.id,
        kind: row.kind,
        givenName: row.given_name,
        familyName: row.family_name,
        birthName: row.birth_name,
      };
    },
    async findContact(personId) {
      const found = await schoolOf(personId);
      return found ? { name: found.name, phone: found.phone, email: found.email } : null;
    },
    async findMessage(personId) {
      return (await schoolOf(personId))?.message ?? null;
    },
    async findChildren(guardianId) {
      const links = await openLinks({ guardian_id: guardianId });
      const children = await Promise.all(links.map((link) => findChild(link.child_id)));
      return children.filter((child) => child !== null);
    },
    async findBirthDate(pupilId) {
      const row = await person(pupilId);
      return row ? birthDateOf(row) : null;
    },
    async findGuardians(childId) {
      return (await openLinks({ child_id: childId })).map((link) => link.guardian_id);
    },
  };
}
