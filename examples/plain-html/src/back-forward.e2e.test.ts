import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { startExample } from "./start-example.ts";
import type { Portal } from "./start-portal.ts";
import { signIn, Visits } from "./testing/visits.ts";

let portal: Portal;
let visits: Visits;
beforeAll(async () => {
  [portal, visits] = await Promise.all([
    startExample(),
    Visits.open({ withoutArgs: ["--disable-back-forward-cache"] }),
  ]);
});
afterAll(async () => {
  await Promise.all([portal.close(), visits.close()]);
});

/**
 * Leaves the page, comes back, and reads why the browser did not keep it. Headless Chromium keeps none, for reasons of its own that it
 * calls circumstantial; what it holds against the page it names all the same.
 */
async function readObstacles(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.enable");
  const told = new Promise<string[]>((resolve) => {
    session.on("Page.backForwardCacheNotUsed", ({ notRestoredExplanations }) =>
      resolve(
        notRestoredExplanations.flatMap(({ type, reason }) => (type === "Circumstantial" ? [] : [reason])),
      ),
    );
  });
  await page.evaluate(() => location.assign("/page.css"));
  await page.waitForURL("**/page.css");
  await page.goBack();
  return told;
}

test("nothing in the wizard keeps a page from the back-forward cache, and whoever comes back is where they were", async () => {
  const page = await visits.visit(portal.origin);
  expect(await signIn(page, portal.letter)).toBe(true);
  expect(await readObstacles(page)).toEqual([]);
  await page.getByLabel("Adresse mail", { exact: true }).waitFor();
});

test("an obstacle would be named", async () => {
  const page = await visits.visit(portal.origin);
  await page.evaluate(() => addEventListener("unload", () => undefined));
  expect(await signIn(page, portal.letter)).toBe(true);
  expect(await readObstacles(page)).toEqual(["UnloadHandlerExistsInMainFrame"]);
});
