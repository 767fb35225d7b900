import type { Person } from "../people/person.ts";
import { button, expectShown, field } from "./screen.ts";
import type { Letter } from "../world/letters.ts";

const portalHeading = "Portail de connexion à l'ENT";

/** Answers the portal's questions as a parent, and comes to the sign-in. */
export async function goToSignIn(person: Person): Promise<void> {
  await expectShown(person, portalHeading);
  for (const answer of ["Représentant légal", "Collège", "ÉduConnect"]) {
    await person.choose(person.page.getByRole("radio", { name: answer, exact: true }));
  }
  await person.look(`${portalHeading}, every question answered`);
  await person.press(button(person.page, "Se connecter"));
  await expectShown(person, loginHeading);
}

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
