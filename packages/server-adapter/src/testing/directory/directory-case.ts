import type { DirectoryRecords, GuardianshipRecord, PersonRecord } from "../../ports/directory-writer.ts";
import type { Directory, GuardianshipMeaning } from "../../ports/directory.ts";

/** What a case is run on. */
export interface DirectoryUnderTest {
  /** A directory that knows these records and nothing else; mobiles are as secretaries in mainland France typed them. */
  readonly open: (records: DirectoryRecords) => Promise<Directory>;
}

/** One requirement; `run` rejects where it is not met. */
export interface DirectoryCase {
  readonly name: string;
  readonly run: (subject: DirectoryUnderTest) => Promise<void>;
}

const nothingElse = { birthName: null, mobile: null, email: null, birthDate: null, schoolId: null };

export function guardian(
  id: string,
  name: string,
  more: Partial<Omit<PersonRecord, "id" | "kind">> = {},
): PersonRecord {
  const [givenName = "", familyName = ""] = name.split("|");
  return { ...nothingElse, id, kind: "guardian", givenName, familyName, ...more };
}

export function pupil(
  id: string,
  name: string,
  more: Partial<Omit<PersonRecord, "id" | "kind">> = {},
): PersonRecord {
  return { ...guardian(id, name), kind: "pupil", schoolId: "school", ...more };
}

export function guardianship(
  guardianId: string,
  childId: string,
  meaning: GuardianshipMeaning = "representative",
): GuardianshipRecord {
  return { guardianId, childId, meaning };
}

/** Records of one school. */
export function recordsOf(
  people: readonly PersonRecord[],
  guardianships: readonly GuardianshipRecord[] = [],
): DirectoryRecords {
  const school = {
    id: "school",
    name: "E.E.PU Jean Moulin",
    phone: "+33353010001",
    email: null,
    message: null,
  };
  return { schools: [school], people, guardianships };
}

/** The ids of people, in an order of their own. */
export function idsOf(people: readonly { readonly id: string }[]): string[] {
  return people.map(({ id }) => id).sort();
}
