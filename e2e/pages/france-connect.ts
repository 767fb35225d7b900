import type { Locator, Page } from "playwright-core";
import type { Person } from "../people/person.ts";
import { loginHeading } from "./login.ts";
import { button, expectShown, heading } from "./screen.ts";

/** Our side of it: what the person comes back to who was not let in. */
export const franceConnectHeading = "Je me connecte avec FranceConnect";
export const choiceHeading = "Choisissez un compte pour vous connecter";
export const identityProvider = "impots.gouv.fr";
export const signInHeading = `Se connecter avec ${identityProvider}`;

/** What the portal is called at FranceConnect. */
const service = "ENT Horizon";

export const franceConnectButton = (page: Page): Locator => button(page, "S'identifier avec FranceConnect");

export const cancelButton = (page: Page): Locator => button(page, `Revenir sur ${service}`);

/** Presses our button, and waits for FranceConnect's first page. */
export async function leaveForFranceConnect(person: Person): Promise<void> {
  await person.press(franceConnectButton(person.page));
  await expectShown(person, choiceHeading);
}

/** Goes from the sign-in to FranceConnect's first page. */
export async function startFranceConnect(person: Person): Promise<void> {
  await expectShown(person, loginHeading);
  await leaveForFranceConnect(person);
}

/** Chooses the identity provider. */
export async function chooseProvider(person: Person): Promise<void> {
  await person.press(button(person.page, identityProvider));
  await expectShown(person, signInHeading);
}

/** Signs in there as the first person of that name. */
export async function pickIdentity(person: Person, name: string): Promise<void> {
  const { page } = person;
  await person.type(page.getByLabel("Nom ou prénom"), name);
  await person.press(button(page, "Chercher"));
  await page.waitForURL(/[?&]search=/u);
  await person.press(page.getByRole("listitem").getByRole("button").first());
  await page.getByRole("heading", { name: /^Bienvenue / }).waitFor();
  await person.look("Bienvenue");
}

/** Agrees to what is passed on, which leads back to the portal. */
export const giveConsent = (person: Person): Promise<void> =>
  person.press(button(person.page, `Continuer sur ${service}`));

/** Walks the pages of FranceConnect from the first to the last. */
export async function identify(person: Person, name: string): Promise<void> {
  await chooseProvider(person);
  await pickIdentity(person, name);
  await giveConsent(person);
}

/** Signs in with FranceConnect as somebody, from the sign-in to wherever that leads. */
export async function enterWithFranceConnect(person: Person, name: string): Promise<void> {
  await startFranceConnect(person);
  await identify(person, name);
}

/** Waits for the screen that says how it ended. */
export async function expectOutcome(person: Person, outcome: string, text: string): Promise<void> {
  const { page } = person;
  await heading(page, franceConnectHeading).waitFor();
  await page.getByRole("group", { name: outcome, exact: true }).getByText(text, { exact: true }).waitFor();
  await person.look(outcome);
}
