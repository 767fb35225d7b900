import { foldName } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Account } from "../ports/accounts.ts";
import type { Person } from "../ports/directory.ts";

/** So many files are looked into, whether nobody, one or several may be meant. */
export const filesOpened = 4;

/** Whose file is opened where there is nobody. */
export const nobodysId = "nobody";

/** A guardian of the directory who may be the one that is meant. */
export interface GuardianFile {
  readonly person: Person;
  readonly account: Account | null;
  readonly birthDate: string | null;
}

/**
 * Reads all that decides about somebody who may be meant.
 *
 * @param person null stands for nobody, and costs the same to look into.
 * @returns null for nobody, and for somebody who is no legal representative.
 */
export async function openGuardianFile(
  { directory, accounts }: Environment,
  person: Person | null,
): Promise<GuardianFile | null> {
  const id = person?.id ?? nobodysId;
  const [isRepresentative, account, birthDate] = await Promise.all([
    directory.isRepresentative(id),
    accounts.findByPerson(id),
    directory.findBirthDate(id),
  ]);
  return person !== null && isRepresentative ? { person, account, birthDate } : null;
}

type FileNames = Pick<GuardianFile, "person" | "birthDate">;

const written = ({ givenName, familyName }: Person) =>
  [givenName, familyName].map((name) => name.normalize("NFKC").toUpperCase().trim()).join("\n");

/**
 * Whether several files can only be one person's, one a school: the same names to the letter, no two dates of birth, no two birth names.
 *
 * A birth name on some of them only is another person's, unless every file has the one birth date.
 */
export function areOnePerson(files: readonly FileNames[]): boolean {
  const names = new Set(files.map(({ person }) => written(person)));
  const dates = new Set(files.map(({ birthDate }) => birthDate));
  const birthNames = new Set(files.map(({ person }) => foldName(person.birthName ?? "")));
  const isDateShared = dates.size === 1 && !dates.has(null);
  dates.delete(null);
  if (isDateShared) birthNames.delete("");
  return names.size <= 1 && dates.size <= 1 && birthNames.size <= 1;
}

/** One the account is already opened for comes first, so that a letter's identifier is kept; then any, but always the same. */
export function compareByAccount(one: GuardianFile, other: GuardianFile): number {
  const isOpened = (file: GuardianFile) => Number(file.account !== null);
  return isOpened(other) - isOpened(one) || (one.person.id < other.person.id ? -1 : 1);
}
