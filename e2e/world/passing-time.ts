import type { Page } from "playwright-core";
import type { ClockedWorld } from "./open-clocked-world.ts";

/** Opens a page whose clock goes on by itself, and jumps when told to, as that of a phone that was laid aside. */
export async function openWithClock(world: ClockedWorld, width?: number): Promise<Page> {
  const context = await world.openBrowser(width);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto("/");
  return page;
}

/** Lets minutes pass for the server and for a page. */
export async function passMinutes(world: ClockedWorld, page: Page, minutes: number): Promise<void> {
  world.portal.advance(minutes * 60);
  await page.clock.fastForward(minutes * 60_000);
}
