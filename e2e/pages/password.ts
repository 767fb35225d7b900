import type { Person } from "../people/person.ts";
import { button, expectScreen, field } from "./screen.ts";

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
