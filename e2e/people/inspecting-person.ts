import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { createMousePerson, type Person } from "./person.ts";

/** Something that the browser tells assistive technology about. */
export interface TreeNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly isInvalid: boolean;
}

const textOf = (property: { readonly value?: unknown } | undefined): string =>
  typeof property?.value === "string" ? property.value.replaceAll(/\s+/gu, " ").trim() : "";

/** Reads the browser's own accessibility tree, as a screen reader meets it. */
export async function readTree(page: Page): Promise<readonly TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: textOf(role),
      name: textOf(name),
      description: textOf(description),
      isInvalid: properties.some(
        (property) => property.name === "invalid" && textOf(property.value) === "true",
      ),
    }));
}

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

/** Checks that nothing is wider than the window (WCAG 1.4.10). */
export async function expectToFit(page: Page, screen: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `the width of « ${screen} » beyond the window's`).toBe(0);
}

/** Checks that a machine finds no violation of WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  expect(await findViolations(page), screen).toEqual([]);
}

/** Screens that axe has seen in this file: it is slow, and a second look at the same finds the same. */
const seen = new Set<string>();

/** Somebody with a mouse who looks at each screen closely. */
export const createInspectingPerson = (page: Page): Person =>
  createMousePerson(page, async (screen) => {
    await expectToFit(page, screen);
    if (seen.has(screen)) return;
    seen.add(screen);
    await expectAccessible(page, screen);
  });
