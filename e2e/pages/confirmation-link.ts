import type { Person } from "../people/person.ts";
import { button, expectScreen, expectShown } from "./screen.ts";

export const confirmationLinkHeading = "Je confirme mon adresse mail";
export const confirmedHeading = "Votre adresse mail est confirmée";

/** Opens the link of a mail where the person is, and confirms. */
export async function confirmEmail(person: Person, link: string): Promise<void> {
  await person.page.goto(link);
  await expectShown(person, confirmationLinkHeading);
  await person.press(button(person.page, "Confirmer"));
  await expectScreen(person, confirmedHeading);
}
