import type { Person } from "../people/person.ts";
import { button, expectScreen, field } from "./screen.ts";
import { addressOf, type GuardianLetter } from "../world/letters.ts";
import { claimAll, childrenHeading } from "./children.ts";
import { emailSentHeading, emailHeading, giveEmail } from "./email.ts";
import { signInWithLetter } from "./login.ts";

export const passwordHeading = "Je choisis mon nouveau mot de passe";
export const goodPassword = "Coquelicot!42-hibou";

/** Types a new password twice. */
export async function typePassword(person: Person, password: string, again = password): Promise<void> {
  await person.type(field(person.page, "Mot de passe"), password);
  await person.type(field(person.page, "Confirmation du nouveau mot de passe"), again);
}

/** Chooses a password on the screen that asks for one. */
export async function choosePassword(person: Person, password = goodPassword): Promise<void> {
  await expectScreen(person, passwordHeading);
  await typePassword(person, password);
  await person.press(button(person.page, "Suivant"));
}

export const successHeading = "Votre compte a été activé avec succès";
export const servicesHeading = "Mes services";

/** Goes from the success to the services. */
export async function enterServices(person: Person): Promise<void> {
  await person.press(button(person.page, "Accéder à mes services"));
  await expectScreen(person, servicesHeading);
}

/** Goes from the letter to the screen that asks for an address. */
export async function reachEmail(person: Person, letter: GuardianLetter): Promise<void> {
  await signInWithLetter(person, letter);
  await expectScreen(person, emailHeading);
}

/** Goes on to the password, with the letter's own address. */
export async function reachPassword(person: Person, letter: GuardianLetter): Promise<void> {
  await signInWithLetter(person, letter);
  await giveEmail(person, addressOf(letter));
  await expectScreen(person, passwordHeading);
}

/** Goes on to the children, with the usual password. */
export async function reachChildren(person: Person, letter: GuardianLetter): Promise<void> {
  await signInWithLetter(person, letter);
  await giveEmail(person, addressOf(letter));
  await choosePassword(person);
  await expectScreen(person, childrenHeading);
}

/** Goes on to where the mail's link is awaited, every child claimed. */
export async function reachEmailSent(person: Person, letter: GuardianLetter): Promise<void> {
  await reachChildren(person, letter);
  await claimAll(person, letter.children);
  await expectScreen(person, emailSentHeading);
}
