import type { Locator, Page } from "playwright-core";
import { AccessiblePage } from "./accessible-page.ts";
import { createKeyboardPerson } from "./keyboard-person.ts";
import type { Reader } from "./reader.ts";

/** Somebody who has nothing but a keyboard, told what a screen reader is told. */
export async function createKeyboardReader(page: Page): Promise<Reader> {
  const person = createKeyboardPerson(page);
  const within = (group: string | undefined): Page | Locator =>
    group === undefined ? page : page.getByRole("group", { name: group });
  return {
    told: await AccessiblePage.open(page),
    type: (field, text, group, place = 0) =>
      person.type(within(group).getByLabel(field, { exact: true }).nth(place), text),
    press: (role, name) => person.press(page.getByRole(role, { name, exact: true })),
    choose: (radio, group, place = 0) =>
      person.choose(within(group).getByRole("radio", { name: radio }).nth(place)),
  };
}
