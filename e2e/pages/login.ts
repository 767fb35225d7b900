import type { Letter } from "../world/letters.ts";
import type { Person } from "../people/person.ts";
import { button, expectShown, field } from "./screen.ts";

export const loginHeading = "Je me connecte avec mon compte ÉduConnect";

/** Types an identifier and a password, and presses « Se connecter ». */
export async function signInWith(person: Person, identifier: string, password: string): Promise<void> {
  await person.type(field(person.page, "Identifiant"), identifier);
  await person.type(field(person.page, "Mot de passe"), password);
  await person.press(button(person.page, "Se connecter"));
}

/** Signs in with what the letter says. */
export async function signInWithLetter(person: Person, letter: Letter): Promise<void> {
  await expectShown(person, loginHeading);
  await signInWith(person, letter.identifier, letter.provisionalPassword);
}
