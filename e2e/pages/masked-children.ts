import type { Locator, Page } from "playwright-core";
import type { Person } from "../people/person.ts";
import { hasDates, type GuardianLetter, type NamedPerson } from "../world/letters.ts";
import { typeDate, childrenHeading } from "./children.ts";
import { enterWithFranceConnect } from "./france-connect.ts";
import { choosePassword, successHeading } from "./guardian-method.ts";
import { button, expectScreen, expectShown } from "./screen.ts";

/** The cards of children of whom no more than the initial is shown, in the order of the letter. */
export const maskedCards = (page: Page): Locator =>
  page.getByRole("group", { name: /^Élève dont le prénom commence par/u });

const choose = (person: Person, card: Locator, relation: string): Promise<void> =>
  person.choose(card.getByRole("radio", { name: relation }));

/** Says of one of them that it is one's own, with a date where one is asked. */
export async function claimMasked(person: Person, place: number, birthDate: string | null): Promise<void> {
  const card = maskedCards(person.page).nth(place);
  await choose(person, card, "Je suis le représentant légal de cet élève");
  if (birthDate !== null) await typeDate(person, card, birthDate);
}

export const refuseMasked = (person: Person, place: number): Promise<void> =>
  choose(person, maskedCards(person.page).nth(place), "Je ne suis pas le représentant légal de cet élève");

export const goOn = (person: Person): Promise<void> => person.press(button(person.page, "Suivant"));

/** Claims all of them, each with its date, and goes on. */
export async function claimAllMasked(person: Person, children: readonly NamedPerson[]): Promise<void> {
  for (const [place, { birthDate }] of children.entries()) await claimMasked(person, place, birthDate);
  await goOn(person);
}

/** Whose names are those of more than one file, or agree with a birth date that the school knows. */
const others = new Set(["Nathalie Martin", "Hélène Carpentier"]);

/** Whether a letter is that of somebody with so many children whom FranceConnect tells by name alone. */
export const isToldByName =
  (children: number) =>
  (letter: GuardianLetter): boolean =>
    hasDates(letter) && letter.children.length === children && !others.has(civilNameOf(letter));

/** The name to look for at FranceConnect. */
export const civilNameOf = ({ guardian }: GuardianLetter): string =>
  `${guardian.givenName} ${guardian.familyName}`.trim();

/** Goes from the sign-in through FranceConnect to the children. */
export async function reachMaskedChildren(person: Person, letter: GuardianLetter): Promise<void> {
  await enterWithFranceConnect(person, civilNameOf(letter));
  await expectShown(person, childrenHeading);
}

/** Goes on to the success, every child claimed. */
export async function reachFranceConnectSuccess(person: Person, letter: GuardianLetter): Promise<void> {
  await reachMaskedChildren(person, letter);
  await claimAllMasked(person, letter.children);
  await choosePassword(person);
  await expectScreen(person, successHeading);
}
