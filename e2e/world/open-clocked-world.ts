import { launchBrowser } from "@educonnect-activation/test-support/browser";
import type { Browser } from "playwright-core";
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
