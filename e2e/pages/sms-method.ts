import type { Locator, Page } from "playwright-core";
import type { Person } from "../people/person.ts";
import { button, expectScreen, field, expectShown } from "./screen.ts";
import type { GuardianLetter, Letter } from "../world/letters.ts";
import type { Phones } from "../world/phones.ts";
import { childrenHeading, claimAll } from "./children.ts";
import { loginHeading } from "./login.ts";
import { choosePassword, passwordHeading, successHeading } from "./guardian-method.ts";

export const identityHeading = "L'activation est réservée aux représentants légaux";
export const phoneLabel = "N° de téléphone portable";

/** What somebody types to be found. */
export interface TypedIdentity {
  readonly familyName: string;
  readonly givenName: string;
  readonly mobile: string | null;
}

/** Says at the sign-in that there is no account yet. */
export async function startWithoutAccount(person: Person): Promise<void> {
  await person.press(button(person.page, "Je n'ai pas de compte"));
  await expectScreen(person, identityHeading);
}

/** Types names and number where they are asked for. */
export async function typeIdentity(person: Person, typed: TypedIdentity): Promise<void> {
  await person.type(field(person.page, "Nom"), typed.familyName);
  await person.type(field(person.page, "Prénom"), typed.givenName);
  await person.type(field(person.page, phoneLabel), typed.mobile ?? "");
}

/** Types them and goes on. */
export async function giveIdentity(person: Person, typed: TypedIdentity): Promise<void> {
  await typeIdentity(person, typed);
  await person.press(button(person.page, "Suivant"));
}

export const smsCodeHeading = "Un code de sécurité a été envoyé";

export const smsCodeField = (page: Page): Locator => field(page, "Code de sécurité");

/** Some code that is not the one given. */
export const wrongCodeFor = (code: string): string => (code === "00000000" ? "11111111" : "00000000");

/** Types a code where the person is, and goes on. */
export async function tryCode(person: Person, code: string): Promise<void> {
  await person.type(smsCodeField(person.page), code);
  await person.press(button(person.page, "Suivant"));
}

/** Gives the code on the screen that the person has just come to. */
export async function giveCode(person: Person, code: string): Promise<void> {
  await expectScreen(person, smsCodeHeading);
  await tryCode(person, code);
}

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
