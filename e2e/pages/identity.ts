import type { Person } from "../people/person.ts";
import { button, expectScreen, field } from "./screen.ts";

export const identityHeading = "L'activation est réservée aux représentants légaux";
export const phoneLabel = "N° de téléphone portable";

/** What somebody types to be found. */
export interface TypedIdentity {
  readonly familyName: string;
  readonly givenName: string;
  readonly mobile: string | null;
}

/** Says at the sign-in that there is no account yet. */
export async function startWithoutAccount(person: Person): Promise<void> {
  await person.press(button(person.page, "Je n'ai pas de compte"));
  await expectScreen(person, identityHeading);
}

/** Types names and number where they are asked for. */
export async function typeIdentity(person: Person, typed: TypedIdentity): Promise<void> {
  await person.type(field(person.page, "Nom"), typed.familyName);
  await person.type(field(person.page, "Prénom"), typed.givenName);
  await person.type(field(person.page, phoneLabel), typed.mobile ?? "");
}

/** Types them and goes on. */
export async function giveIdentity(person: Person, typed: TypedIdentity): Promise<void> {
  await typeIdentity(person, typed);
  await person.press(button(person.page, "Suivant"));
}
