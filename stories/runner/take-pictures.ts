/**
 * Takes pictures of stories of the built Storybook, for people to look at:
 * `node runner/take-pictures.ts <folder> <widths> <globals> <word>…`, such as `/tmp/pictures 320,1280 "scheme:dark;language:ar" login`.
 */
import { mkdir } from "node:fs/promises";
import { launchBrowser } from "@educonnect-activation/test-support/browser";
import { builtFolder } from "./build-stories.ts";
import { listStories } from "./list-stories.ts";
import { serveFolder } from "./serve-folder.ts";
import { watchPreview } from "./watch-preview.ts";

const [folder = "pictures", widths = "320,768,1280", globals = "", ...words] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const { stories } = await listStories(builtFolder);
const chosen = stories.filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)));
const served = await serveFolder(builtFolder);
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ locale: "fr-FR", reducedMotion: "reduce" });
  await context.addInitScript(watchPreview);
  const page = await context.newPage();
  for (const { id } of chosen) {
    for (const width of widths.split(",")) {
      await page.setViewportSize({ width: Number(width), height: 640 });
      await page.goto(`${served.origin}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
      await page.waitForFunction(() => window.storyOutcome);
      await page.screenshot({ path: `${folder}/${id}-${width}.png`, fullPage: true });
    }
  }
} finally {
  await browser.close();
  await served.close();
}
