import type { Person } from "../people/person.ts";
import type { GuardianLetter, Letter } from "../world/letters.ts";
import type { Phones } from "../world/phones.ts";
import { childrenHeading, claimAll } from "./children.ts";
import { giveIdentity, startWithoutAccount, type TypedIdentity } from "./identity.ts";
import { loginHeading } from "./login.ts";
import { choosePassword, passwordHeading } from "./password.ts";
import { expectScreen, expectShown } from "./screen.ts";
import { giveCode, smsCodeHeading } from "./sms-code.ts";
import { successHeading } from "./success.ts";

/** Fits the letter of the guardian of this name. */
export const isLetterOf =
  (name: string) =>
  (letter: Letter): boolean =>
    "guardian" in letter && `${letter.guardian.givenName} ${letter.guardian.familyName}` === name;

/** The number that a guardian's school knows. @throws {Error} when it knows none */
export function mobileOf({ guardian }: GuardianLetter): string {
  if (guardian.mobile === null) throw new Error(`${guardian.familyName} has no mobile`);
  return guardian.mobile;
}

/** Goes from the sign-in to the screen that asks who it is. */
export async function reachIdentity(person: Person): Promise<void> {
  await expectShown(person, loginHeading);
  await startWithoutAccount(person);
}

/** Goes on to where the code is awaited. */
export async function reachCode(person: Person, typed: TypedIdentity): Promise<void> {
  await reachIdentity(person);
  await giveIdentity(person, typed);
  await expectScreen(person, smsCodeHeading);
}

/** Goes on to the children, with the code that the school's number has received. */
export async function reachSmsChildren(person: Person, letter: GuardianLetter, phones: Phones) {
  await reachIdentity(person);
  await giveIdentity(person, letter.guardian);
  await giveCode(person, (await phones.await(mobileOf(letter))).code);
  await expectScreen(person, childrenHeading);
}

/** Goes on to the password, every child claimed. */
export async function reachSmsPassword(person: Person, letter: GuardianLetter, phones: Phones) {
  await reachSmsChildren(person, letter, phones);
  await claimAll(person, letter.children, "Suivant");
  await expectScreen(person, passwordHeading);
}

/** Goes on to the success, with the usual password. */
export async function reachSmsSuccess(person: Person, letter: GuardianLetter, phones: Phones) {
  await reachSmsPassword(person, letter, phones);
  await choosePassword(person);
  await expectScreen(person, successHeading);
}
