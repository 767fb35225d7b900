import { launchBrowser } from "@educonnect-activation/test-support/browser";
import type { Browser, Page } from "playwright-core";
import type { ListedStory } from "./list-stories.ts";
import { allLooks, lookOf, type LookChoices, type StoryLook } from "./story-looks.ts";
import { visitStory, type VisitedStory } from "./visit-story.ts";
import { watchPreview } from "./watch-preview.ts";

/** More than there are cores: some stories wait, for what is slow to be called slow. */
const pageCount = 6;

/** Visits every story, several at once; the answers come in the order of the stories. */
export async function visitStories(
  origin: string,
  stories: readonly ListedStory[],
  isWholeProduct: boolean,
): Promise<readonly VisitedStory[]> {
  const browser = await launchBrowser();
  try {
    const looks = allLooks(await choicesIn(browser, origin, stories));
    const visited = new Map<number, VisitedStory>();
    const waiting = stories.entries();
    const visitNext = async (page: Page): Promise<void> => {
      for (const [index, story] of waiting)
        visited.set(index, await visitStory(page, origin, story, looksFor(index, looks, isWholeProduct)));
    };
    const pages = await Promise.all(Array.from({ length: pageCount }, () => openPage(browser)));
    await Promise.all(pages.map(visitNext));
    return stories.flatMap((_, index) => visited.get(index) ?? []);
  } finally {
    await browser.close();
  }
}

function looksFor(index: number, looks: readonly StoryLook[], isWholeProduct: boolean): readonly StoryLook[] {
  return isWholeProduct ? looks : lookOf(index, looks);
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: "fr-FR",
    reducedMotion: "reduce",
    viewport: { width: 320, height: 640 },
  });
  await context.addInitScript(watchPreview);
  return await context.newPage();
}

/** What the toolbar offers, asked of the Storybook itself. */
async function choicesIn(
  browser: Browser,
  origin: string,
  [first]: readonly ListedStory[],
): Promise<LookChoices> {
  if (first === undefined) throw new TypeError("There is no story of that name.");
  const page = await openPage(browser);
  await page.goto(`${origin}/iframe.html?id=${first.id}&viewMode=story`);
  await page.waitForFunction(() => window.storyOutcome);
  const choices = await page.evaluate(() => window.storyLooks);
  await page.context().close();
  return choices;
}
