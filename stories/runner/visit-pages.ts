import type { Page, Browser } from "playwright-core";
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

/** The story that whoever has come to see the kit begins with, and the tab that it needs. */
const beginning = { id: "journeys-letter--to-walk", tab: "Portal" };
const name = "Storybook around a journey";

/** Opens Storybook itself at a journey, at the width of a small laptop: the panel « Portal » is the first tab, is open, and has the letter. */
export async function visitManager(browser: Browser, origin: string): Promise<VisitedStory> {
  const story: ListedStory = { id: beginning.id, name };
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const { problems, failures } = followPage(page);
  try {
    await page.goto(`${origin}/?path=/story/${beginning.id}`);
    const first = page.getByRole("tab").first();
    await first.and(page.getByRole("tab", { name: beginning.tab, selected: true })).waitFor();
    await page.getByRole("region", { name: "Who activates" }).getByText("Password").waitFor();
    if (await page.getByText("Get started").isVisible()) problems.push("Storybook's own checklist is shown.");
  } catch (error) {
    problems.push(String(error));
  }
  await context.close();
  return { story, problems: [...problems, ...failures], issues: [] };
}
