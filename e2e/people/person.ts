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

/** Somebody who points and clicks, never twice at the same place: that, at the pace of a test, would be a double press. */
export const createMousePerson: CreatePerson = (page, look = seesNothingSpecial) => {
  let isLeft = false;
  return {
    page,
    look,
    async type(field, text) {
      await field.click();
      await field.fill(text);
    },
    async press(target) {
      isLeft = !isLeft;
      const box = await target.boundingBox();
      if (box === null) return await target.click();
      await target.click({ position: { x: box.width * (isLeft ? 0.25 : 0.75), y: box.height / 2 } });
    },
    choose: (radio) => radio.check(),
  };
};

/** Whether an element has the focus, also inside a shadow root. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const root = element.getRootNode();
    return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element;
  });
}

/** The innermost element with the focus, in words, and whether any of it can be seen. */
export function readFocus(page: Page): Promise<{ readonly tag: string; readonly isVisible: boolean }> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const box = active?.getBoundingClientRect();
    const isVisible =
      box !== undefined &&
      box.width > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth;
    return { tag: active?.tagName.toLowerCase() ?? "", isVisible };
  });
}
