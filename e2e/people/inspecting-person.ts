import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { createMousePerson } from "./mouse-person.ts";
import type { Person } from "./person.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe over the whole page; it is evaluated by the debugger, which the page's own policy has no say in. */
async function findViolations(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(axe.source);
  const results: AxeResults = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })`,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Checks a screen as it stands: no violation of WCAG 2.2 AA that a machine can find, nothing wider than the window (1.4.10). */
export async function inspect(page: Page, screen: string): Promise<void> {
  expect(await findViolations(page), screen).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `the width of « ${screen} » beyond the window's`).toBe(0);
}

/** Somebody with a mouse who looks at each screen closely. */
export const createInspectingPerson = (page: Page): Person =>
  createMousePerson(page, (screen) => inspect(page, screen));
