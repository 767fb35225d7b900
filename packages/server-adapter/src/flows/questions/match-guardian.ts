import { foldName, isSamePersonName, type Issue } from "@educonnect-activation/core";
import type { Environment } from "../../environment.ts";
import { readMobile } from "../../directory/read-mobile.ts";
import type { Account } from "../../ports/accounts.ts";
import type { Person } from "../../ports/directory.ts";
import { countActivation } from "../count-activation.ts";
import { sealContact, type Contact, type TextKind } from "../contact.ts";
import type { Answer, QuestionContext, QuestionNamed } from "./question.ts";

const longestName = 100;

/** So many files are looked into, whether nobody, one or several may be meant; beyond, nobody can be singled out. */
const filesOpened = 4;

/** Somebody of the directory who may be the one that was typed; null stands for nobody, and costs the same to look into. */
interface File {
  readonly person: Person;
  readonly account: Account | null;
  readonly birthDate: string | null;
}

function typingIssues(names: Readonly<Record<"familyName" | "givenName", string>>): Issue[] {
  const issues: Issue[] = [];
  // A person may have no given name.
  if (names.familyName === "") issues.push({ code: "name_missing", field: "familyName" });
  for (const field of ["familyName", "givenName"] as const) {
    if (names[field].length > longestName) issues.push({ code: "name_too_long", field });
  }
  return issues;
}

/** Reads all that decides about somebody who may be meant; of nobody as much. */
async function openFile({ directory, accounts }: Environment, person: Person | null): Promise<File | null> {
  const id = person?.id ?? "nobody";
  const [isRepresentative, account, birthDate] = await Promise.all([
    directory.isRepresentative(id),
    accounts.findByPerson(id),
    directory.findBirthDate(id),
  ]);
  return person !== null && isRepresentative ? { person, account, birthDate } : null;
}

const written = ({ givenName, familyName }: Person) =>
  [givenName, familyName].map((name) => name.normalize("NFKC").toUpperCase().trim()).join("\n");

/** Whether several files can only be one person's, one a school: the same names to the letter, and no two birth names nor dates of birth. */
function areOnePerson(files: readonly File[]): boolean {
  const dates = new Set(files.flatMap(({ birthDate }) => birthDate ?? []));
  const birthNames = new Set(files.flatMap(({ person }) => foldName(person.birthName ?? "") || []));
  const names = new Set(files.map(({ person }) => written(person)));
  return names.size === 1 && birthNames.size <= 1 && dates.size <= 1;
}

/** One the account is already opened for comes first, so that a letter's identifier is kept; then any, but always the same. */
function byAccount(one: File, other: File): number {
  const isOpened = (file: File) => Number(file.account !== null);
  return isOpened(other) - isOpened(one) || (one.person.id < other.person.id ? -1 : 1);
}

function sayTo(files: readonly File[], isPupils: boolean, areAllOpened: boolean): TextKind {
  if (files.length === 0) return "nobody";
  if (isPupils) return "pupilsNumber";
  if (!areAllOpened || !areOnePerson(files)) return "severalPeople";
  return files.some(({ account }) => account?.status === "active") ? "already" : "code";
}

/**
 * Looks for the guardian of the names and the mobile that were typed.
 *
 * On the wire, in work and in what is written, nobody, one, several, an account already active and a number that is a pupil's too are
 * all alike: only the text that leaves afterwards differs. Only a single person, perhaps with several files, gets a code.
 */
export async function matchGuardian(
  { environment, flow, clientAddress }: QuestionContext,
  question: QuestionNamed<"matchGuardian">,
): Promise<Answer> {
  const givenName = question.givenName.trim();
  const familyName = question.familyName.trim();
  const issues = typingIssues({ givenName, familyName });
  const mobile = readMobile(question.phone, environment.smsDefaultRegion);
  if (!mobile.ok) issues.push({ code: mobile.code, field: "phone" });
  if (!mobile.ok || issues.length > 0) return { fact: { type: "guardianIncomplete", issues } };

  // A right guess counts as much as a wrong one: that a number is known must show nowhere.
  await countActivation(environment, clientAddress);
  const found = await environment.directory.findByMobile(mobile.number);
  const meant = found.filter(
    ({ kind, birthName, ...recorded }) =>
      kind === "guardian" &&
      isSamePersonName({ givenName, familyName }, { ...recorded, ...(birthName !== null && { birthName }) }),
  );
  const opened = await Promise.all(
    Array.from({ length: filesOpened }, (_, index) => openFile(environment, meant[index] ?? null)),
  );
  const files = opened.filter((file) => file !== null).sort(byAccount);
  const isPupils = found.some(({ kind }) => kind === "pupil");
  const says = sayTo(files, isPupils, meant.length <= filesOpened);
  const contact: Contact = { mobile: mobile.number, says };
  const kept = { contactSealed: await sealContact(environment, flow.id, contact) };
  const [first] = files;
  return says === "code" && first !== undefined
    ? { fact: { type: "guardianMatched", subject: first.person.id }, kept }
    : { fact: { type: "guardianUnmatched" }, kept };
}
