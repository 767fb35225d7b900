import type { Person } from "../people/person.ts";
import { addressOf, type GuardianLetter } from "../world/letters.ts";
import { claimAll, childrenHeading } from "./children.ts";
import { emailSentHeading } from "./email-sent.ts";
import { emailHeading, giveEmail } from "./email.ts";
import { signInWithLetter } from "./login.ts";
import { choosePassword, passwordHeading } from "./password.ts";
import { expectScreen } from "./screen.ts";

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
