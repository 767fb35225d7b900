import { isSamePersonName, type Issue } from "@educonnect-activation/core";
import { readMobile } from "../directory/read-mobile.ts";
import { countActivation } from "../flows/start-flow.ts";
import { encryptContact, type Contact, type SmsKind } from "../flows/contact.ts";
import {
  areOnePerson,
  compareByAccount,
  filesOpened,
  openGuardianFile,
  type GuardianFile,
} from "./guardian-file.ts";
import type { Answer, QuestionContext, QuestionNamed } from "../flows/question.ts";

const longestName = 100;

function typingIssues(names: Readonly<Record<"familyName" | "givenName", string>>): Issue[] {
  const issues: Issue[] = [];
  // A person may have no given name.
  if (names.familyName === "") issues.push({ code: "name_missing", field: "familyName" });
  for (const field of ["familyName", "givenName"] as const) {
    if (names[field].length > longestName) issues.push({ code: "name_too_long", field });
  }
  return issues;
}

/** Decides what the SMS says. When there are more files than were opened, no single person can be told apart. */
function sayTo(files: readonly GuardianFile[], isPupils: boolean, areAllOpened: boolean): SmsKind {
  if (files.length === 0) return "nobody";
  if (isPupils) return "pupilsNumber";
  if (!areAllOpened || !areOnePerson(files)) return "severalPeople";
  return files.some(({ account }) => account?.status === "active") ? "already" : "code";
}

/**
 * Looks for the guardian of the names and the mobile that were typed.
 *
 * The answer, the work and what is written are the same for nobody, one person, several people, an active account and a number that is a
 * pupil's too. Only the SMS that is sent afterwards differs: only a single person, perhaps with several files, gets a code.
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
    Array.from({ length: filesOpened }, (_, index) => openGuardianFile(environment, meant[index] ?? null)),
  );
  const files = opened.filter((file) => file !== null).sort(compareByAccount);
  const isPupils = found.some(({ kind }) => kind === "pupil");
  const says = sayTo(files, isPupils, meant.length <= filesOpened);
  const contact: Contact = { mobile: mobile.number, says };
  const kept = { contactEncrypted: await encryptContact(environment, flow.id, contact) };
  const [first] = files;
  return says === "code" && first !== undefined
    ? { fact: { type: "guardianMatched", subject: first.person.id }, kept }
    : { fact: { type: "guardianUnmatched" }, kept };
}
