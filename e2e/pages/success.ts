import type { Person } from "../people/person.ts";
import { button, expectScreen } from "./screen.ts";

export const successHeading = "Votre compte a été activé avec succès";
export const servicesHeading = "Mes services";

/** Goes from the success to the services. */
export async function enterServices(person: Person): Promise<void> {
  await person.press(button(person.page, "Accéder à mes services"));
  await expectScreen(person, servicesHeading);
}
