import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { hasFocus, readFocus, seesNothingSpecial, type CreatePerson } from "./person.ts";

const mostStops = 80;
const mostAnswers = 12;

/** Which way to something: back where it stands before what has the focus. */
const keyTowards = (target: Locator): Promise<"Tab" | "Shift+Tab"> =>
  target.evaluate((element) => {
    const root = element.getRootNode();
    const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    const place = active?.compareDocumentPosition(element) ?? Node.DOCUMENT_POSITION_FOLLOWING;
    const row = element.closest(".educonnect-actions");
    const [top, activeTop] = [element, active].map((each) => each?.getBoundingClientRect().top ?? 0);
    // Buttons that stand below each other are gone through from the top.
    if (row !== null && active !== null && row === active.closest(".educonnect-actions") && top !== activeTop)
      return Number(top) < Number(activeTop) ? "Shift+Tab" : "Tab";
    const isBefore = active !== document.body && (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return isBefore ? "Shift+Tab" : "Tab";
  });

/** Presses Tab, or Shift+Tab, until the focus is where it is wanted; each stop on the way must be in sight. */
async function tabUntil(page: Page, isThere: () => Promise<boolean>, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await isThere()) return;
    await page.keyboard.press(await keyTowards(target));
    const { tag, isVisible } = await readFocus(page);
    expect(tag === "body" || isVisible, `the focus is out of sight, on <${tag}>`).toBe(true);
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Somebody who has nothing but a keyboard: Tab, Shift+Tab, Enter, Space, arrows and letters. */
export const createKeyboardPerson: CreatePerson = (page, look = seesNothingSpecial) => {
  const reach = (target: Locator): Promise<void> => tabUntil(page, () => hasFocus(target), target);
  return {
    page,
    look,
    async type(field, text) {
      await reach(field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    },
    async press(target) {
      await reach(target);
      const isButton = await target.evaluate((element) => element instanceof HTMLButtonElement);
      await page.keyboard.press(isButton ? "Space" : "Enter");
    },
    async choose(radio) {
      const group = await radio.getAttribute("name");
      const isInGroup = (): Promise<boolean> =>
        radio.evaluate((element, name) => {
          const root = element.getRootNode();
          const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
          return active instanceof HTMLInputElement && active.name === name;
        }, group);
      await tabUntil(page, isInGroup, radio);
      for (let step = 0; step < mostAnswers && !(await hasFocus(radio)); step += 1) {
        await page.keyboard.press("ArrowDown");
      }
      if (!(await radio.isChecked())) await page.keyboard.press("Space");
      expect(await radio.isChecked()).toBe(true);
    },
  };
};
