import type { Page } from "playwright-core";
import { followPage } from "./follow-page.ts";
import type { ListedStory } from "./list-stories.ts";
import type { VisitedStory } from "./visit-story.ts";

const patienceMs = 30_000;

/** Opens a page of documentation: it is drawn without an error, its tables are tables, and no Markdown is left to be read. */
export async function visitDocs(page: Page, origin: string, story: ListedStory): Promise<VisitedStory> {
  const followed = followPage(page);
  const { problems, failures } = followed;
  const told = (): VisitedStory => ({ story, problems: [...problems, ...failures], issues: [] });
  try {
    await page.emulateMedia({ forcedColors: "none" });
    await page.goto(`${origin}/iframe.html?id=${story.id}&viewMode=docs`);
    await page.waitForFunction(() => window.storyDocs, undefined, { timeout: patienceMs });
    const { tables, text } = await page.evaluate(() => ({
      tables: document.querySelectorAll("#storybook-docs table").length,
      text: document.querySelector("#storybook-docs")?.textContent ?? "",
    }));
    if (text.trim() === "") problems.push("The page is empty.");
    if (/\|\s*:?-{3}/.test(text)) problems.push("A table is shown as its Markdown.");
    // The page for vendors has them, and so has what an element takes; controls are no elements.
    if (tables === 0 && !story.name.startsWith("Controls/")) problems.push("The page has no table.");
    return told();
  } catch (error) {
    problems.push(String(error));
    return told();
  } finally {
    followed.stop();
  }
}
