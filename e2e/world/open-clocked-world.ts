import { launchBrowser } from "@educonnect-activation/test-support/browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { startClockedPortal, type ClockedPortal, type ClockedPortalOptions } from "./clocked-portal.ts";
import { Phones } from "./phones.ts";
import { Visits } from "./visits.ts";

/** A portal of a test's own whose clock obeys, and a browser. */
export class ClockedWorld extends Visits {
  readonly portal: ClockedPortal;
  readonly phones: Phones;

  constructor(portal: ClockedPortal, browser: Browser) {
    super(portal.origin, browser);
    this.portal = portal;
    this.phones = new Phones(() => portal.readTexts());
  }
}

/** Lets each test of the file open portals with clocks of their own; after them, closes all and checks that no page had a problem. */
export function useClockedWorlds(): (options?: ClockedPortalOptions) => Promise<ClockedWorld> {
  let browser: Browser | undefined;
  const worlds: ClockedWorld[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(worlds.map(({ portal }) => portal.stop()));
    expect(worlds.flatMap(({ problems }) => problems)).toEqual([]);
  });
  return async (options) => {
    if (browser === undefined) throw new Error("The browser is not open yet");
    const world = new ClockedWorld(await startClockedPortal(options), browser);
    worlds.push(world);
    return world;
  };
}

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
