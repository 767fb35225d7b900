import type { Page } from "playwright-core";
import { expectSoon } from "./screen.ts";

/** Waits until the list that a school reads holds a report, or no longer does. */
export async function expectReported(
  page: Page,
  school: string,
  sentence: string,
  isExpected: boolean,
): Promise<void> {
  const reports = page.getByRole("region", { name: school }).getByRole("listitem");
  await expectSoon(
    async () => {
      await page.reload();
      const texts = await reports.allInnerTexts();
      return texts.some((text) => text.replaceAll(/\s+/gu, " ").includes(sentence));
    },
    isExpected,
    sentence,
  );
}
