import type { Locator, Page } from "playwright-core";
import type { Person } from "../people/person.ts";
import { button, expectScreen, field } from "./screen.ts";

export const smsCodeHeading = "Un code de sécurité a été envoyé";

export const smsCodeField = (page: Page): Locator => field(page, "Code de sécurité");

/** Some code that is not the one given. */
export const wrongCodeFor = (code: string): string => (code === "00000000" ? "11111111" : "00000000");

/** Types a code where the person is, and goes on. */
export async function tryCode(person: Person, code: string): Promise<void> {
  await person.type(smsCodeField(person.page), code);
  await person.press(button(person.page, "Suivant"));
}

/** Gives the code on the screen that the person has just come to. */
export async function giveCode(person: Person, code: string): Promise<void> {
  await expectScreen(person, smsCodeHeading);
  await tryCode(person, code);
}
