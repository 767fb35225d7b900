import type { Locator, Page } from "playwright-core";
import { hasFocus } from "../people/focus.ts";
import type { Person } from "../people/person.ts";
import { expectSoon } from "./expect-soon.ts";

export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

export const link = (page: Page, name: string): Locator => page.getByRole("link", { name, exact: true });

export const field = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true });

export const heading = (page: Page, name: string): Locator =>
  page.getByRole("heading", { name, exact: true });

/** Waits for a screen that opened by itself, where the focus stays free. */
export async function expectShown({ page, look }: Person, name: string): Promise<void> {
  await heading(page, name).waitFor();
  await look(name);
}

/** Waits for a screen that the person went to: its heading has the focus. */
export async function expectScreen(person: Person, name: string): Promise<void> {
  const title = heading(person.page, name);
  await title.waitFor();
  await expectSoon(() => hasFocus(title), true, `the heading « ${name} » has the focus`);
  await person.look(name);
}
