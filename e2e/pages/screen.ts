import { expect, vi } from "vitest";
import type { Locator, Page } from "playwright-core";
import { hasFocus, type Person } from "../people/person.ts";

/** Waits until a reading is what it should be; unlike `expect.poll` it works in tests that run side by side. */
export async function expectSoon<Value>(
  read: () => Promise<Value>,
  expected: Value,
  message?: string,
  timeoutMilliseconds = 10_000,
): Promise<void> {
  await vi.waitFor(async () => expect(await read(), message).toEqual(expected), {
    timeout: timeoutMilliseconds,
    interval: 50,
  });
}

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

const summaryName = "Il y a un problème";

/** Waits for the summary of errors: it says this, no more, and has the focus. */
export async function expectSummary(person: Person, texts: readonly string[]): Promise<void> {
  const summary = person.page.getByRole("group", { name: summaryName });
  const lines = summary.getByRole("listitem");
  await expectSoon(
    async () => (await lines.allInnerTexts()).map((text) => text.replaceAll(/\s+/gu, " ").trim()),
    [...texts],
  );
  await expectSoon(() => hasFocus(summary), true, "the summary has the focus");
  await person.look(`${summaryName} : ${texts.join(" ")}`);
}

/** Everything that a screen reader reads after a field's name and content. */
export function descriptionOf(target: Locator): Promise<string> {
  return target.evaluate((element) => {
    const root = element.getRootNode();
    const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
    const texts = ids.map((id) =>
      root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id)?.textContent : "",
    );
    return texts.join(" ").replaceAll(/\s+/gu, " ").trim();
  });
}

/** Checks that a field is marked as wrong and says why. */
export async function expectFieldError(target: Locator, text: string): Promise<void> {
  expect(await target.getAttribute("aria-invalid")).toBe("true");
  expect(await descriptionOf(target)).toContain(`Erreur : ${text}`);
}

/** How much the page moved so far, by the browser's own account. */
export const readShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntries()) sum += "value" in entry ? Number(entry.value) : Number.NaN;
        };
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
        // What was noted is told in a task of its own, after the picture it is about; a page that draws nothing more draws none.
        requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => resolve(sum))));
        setTimeout(() => resolve(sum), 2000);
      }),
  );
