import type { Browser } from "playwright-core";
import { followPage } from "./follow-page.ts";
import type { ListedStory } from "./list-stories.ts";
import type { VisitedStory } from "./visit-story.ts";

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
