import type { Person } from "../people/person.ts";
import { button, expectScreen, field, expectShown } from "./screen.ts";

export const emailHeading = "Je renseigne mon adresse mail";

/** Types an address twice. */
export async function typeEmail(person: Person, email: string, again = email): Promise<void> {
  await person.type(field(person.page, "Adresse mail"), email);
  await person.type(field(person.page, "Confirmation de l'adresse mail"), again);
}

/** Gives an address on the screen that asks for one. */
export async function giveEmail(person: Person, email: string): Promise<void> {
  await expectScreen(person, emailHeading);
  await typeEmail(person, email);
  await person.press(button(person.page, "Confirmer"));
}

export const emailSentHeading = "Un mail a été envoyé";

export const confirmationLinkHeading = "Je confirme mon adresse mail";
export const confirmedHeading = "Votre adresse mail est confirmée";

/** Opens the link of a mail where the person is, and confirms. */
export async function confirmEmail(person: Person, link: string): Promise<void> {
  await person.page.goto(link);
  await expectShown(person, confirmationLinkHeading);
  await person.press(button(person.page, "Confirmer"));
  await expectScreen(person, confirmedHeading);
}
