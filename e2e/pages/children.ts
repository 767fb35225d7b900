import type { Locator, Page } from "playwright-core";
import type { Person } from "../people/person.ts";
import { button, expectScreen } from "./screen.ts";
import type { NamedPerson } from "../world/letters.ts";

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

export const childrenHeading = "Je confirme mon lien avec les élèves";

const isGuardian = "Je suis le représentant légal de cet élève";
const isNotGuardian = "Je ne suis pas le représentant légal de cet élève";

/** The card of a child: its name is read before the school's. */
export const cardOf = (page: Page, { givenName, familyName }: NamedPerson): Locator =>
  page.getByRole("group", { name: `${givenName} ${familyName} ,` });

/** Says of a child that it is one's own, with a date, or without one where none is asked. */
export async function claimChild(
  person: Person,
  child: NamedPerson,
  birthDate = child.birthDate,
): Promise<void> {
  await claimIn(person, cardOf(person.page, child), birthDate);
}

/** The same on a card, where the child's name is not enough to find it. */
export async function claimIn(person: Person, card: Locator, birthDate: string | null): Promise<void> {
  await person.choose(card.getByRole("radio", { name: isGuardian }));
  if (birthDate !== null) await typeDate(person, card, birthDate);
}

export const refuseChild = (person: Person, child: NamedPerson): Promise<void> =>
  person.choose(cardOf(person.page, child).getByRole("radio", { name: isNotGuardian }));

/** What the button that goes on is called: it ends the letter's method, but not the others. */
type ConfirmLabel = "Confirmer" | "Suivant";

/** Claims every child, each with its date, and confirms. */
export async function claimEach(
  person: Person,
  children: readonly NamedPerson[],
  confirm: ConfirmLabel = "Confirmer",
): Promise<void> {
  for (const child of children) await claimChild(person, child);
  await person.press(button(person.page, confirm));
}

/** The same on the screen that the person has just come to. */
export async function claimAll(
  person: Person,
  children: readonly NamedPerson[],
  confirm: ConfirmLabel = "Confirmer",
): Promise<void> {
  await expectScreen(person, childrenHeading);
  await claimEach(person, children, confirm);
}
