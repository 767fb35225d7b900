import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { hasFocus } from "../people/focus.ts";
import type { Person } from "../people/person.ts";
import { expectSoon } from "./expect-soon.ts";

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
