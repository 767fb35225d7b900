import type { Locator, Page } from "playwright-core";

/** Somebody at a page, with one way of using it. */
export interface Person {
  readonly page: Page;
  /** Replaces what a field holds. */
  type(field: Locator, text: string): Promise<void>;
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Chooses one radio button of a group. */
  choose(radio: Locator): Promise<void>;
  /** Called on each screen that is met. */
  readonly look: (screen: string) => Promise<void>;
}

export type CreatePerson = (page: Page, look?: Person["look"]) => Person;

export const seesNothingSpecial: Person["look"] = () => Promise.resolve();
