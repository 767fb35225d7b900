import type { Person } from "../people/person.ts";
import { button, expectShown } from "./screen.ts";
import { loginHeading } from "./login.ts";

export const portalHeading = "Portail de connexion à l'ENT";

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
