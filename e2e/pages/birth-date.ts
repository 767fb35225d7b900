import type { Locator } from "playwright-core";
import type { Person } from "../people/person.ts";
import { button, expectScreen } from "./screen.ts";

export const birthDateHeading = "Je confirme ma date de naissance";

/** Types an ISO date into the three fields inside a part of the page. */
export async function typeDate(person: Person, place: Locator, isoDate: string): Promise<void> {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  const fields = [
    ["Jour", day],
    ["Mois", month],
    ["Année", year],
  ] as const;
  for (const [name, text] of fields) {
    await person.type(place.getByRole("textbox", { name, exact: true }), text);
  }
}

/** Gives a pupil's own birth date. */
export async function giveBirthDate(person: Person, isoDate: string): Promise<void> {
  await expectScreen(person, birthDateHeading);
  await typeDate(person, person.page.getByRole("group", { name: "Date de naissance" }), isoDate);
  await person.press(button(person.page, "Suivant"));
}
