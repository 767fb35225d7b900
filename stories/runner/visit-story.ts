import type { Page } from "playwright-core";
import { followPage, shorten } from "./follow-page.ts";
import type { ListedStory } from "./list-stories.ts";
import type { StoryLook } from "./story-looks.ts";
import type { StoryOutcome } from "./watch-preview.ts";

const patienceMs = 30_000;

/** What came of a visit. */
export interface VisitedStory {
  readonly story: ListedStory;
  /** In words; none when all is well. */
  readonly problems: readonly string[];
  /** The codes of the issues that it shows. */
  readonly issues: readonly string[];
}

/**
 * Opens a story as designers see it, in French, and lets its play function run; then shows it in its looks, without.
 *
 * @param page a page of the telephone's width, with `watchPreview` as its first script; it is left at the story.
 */
export async function visitStory(
  page: Page,
  origin: string,
  story: ListedStory,
  looks: readonly StoryLook[],
): Promise<VisitedStory> {
  const followed = followPage(page);
  const { problems, failures } = followed;
  try {
    await page.emulateMedia({ forcedColors: "none" });
    await page.goto(`${origin}/iframe.html?id=${story.id}&viewMode=story`);
    problems.push(...(await outcomeIn(page)), ...(await overflowIn(page)));
    for (const look of looks) {
      const found = await showIn(page, look);
      problems.push(...found.map((problem) => `${look.name}: ${problem}`));
    }
    const { issues, mayFail } = await page.evaluate(() => ({
      issues: window.storyIssues,
      mayFail: window.storyMayFail,
    }));
    if (!mayFail) problems.push(...failures);
    return { story, problems, issues };
  } catch (error) {
    return { story, problems: [...problems, ...failures, String(error)], issues: [] };
  } finally {
    followed.stop();
  }
}

/** Waits for the story to be finished, and says what was wrong. */
async function outcomeIn(page: Page): Promise<readonly string[]> {
  const handle = await page.waitForFunction(() => window.storyOutcome, undefined, { timeout: patienceMs });
  const outcome: StoryOutcome | null = await handle.jsonValue();
  if (outcome === null) return ["The story never finished."];
  const found = [...outcome.thrown.map(shorten), ...outcome.violations];
  return outcome.status === "success" || found.length > 0 ? found : [`finished as ${outcome.status}`];
}

async function showIn(page: Page, { globals, forcedColors }: StoryLook): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors });
  await page.evaluate((globals: StoryLook["globals"]) => {
    window.storyOutcome = null;
    window.storyChannel.emit("updateGlobals", { globals });
  }, globals);
  return [...(await outcomeIn(page)), ...(await overflowIn(page))];
}

/** Nothing is wider than the page (WCAG 2.2, 1.4.10). */
async function overflowIn(page: Page): Promise<readonly string[]> {
  const [width, room] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  return width > room ? [`${width} px wide in ${room}`] : [];
}
