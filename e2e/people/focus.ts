import type { Locator, Page } from "playwright-core";

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
