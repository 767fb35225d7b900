import { launchBrowser } from "@educonnect-activation/test-support/browser";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { Letters, type Letter } from "./letters.ts";
import { Mailbox } from "./mailbox.ts";
import { startDemo, type Demo } from "./start-demo.ts";
import { watchForProblems } from "./watch-for-problems.ts";

/** A demo and a browser that the tests of one file share; each test opens contexts of its own. */
export class World {
  readonly #demo: Demo;
  readonly #browser: Browser;
  readonly letters: Letters;
  readonly mailbox: Mailbox;
  /** Violations of the policy, errors in consoles and uncaught errors, of every page so far. */
  readonly problems: string[] = [];

  constructor(demo: Demo, browser: Browser, letters: readonly Letter[]) {
    this.#demo = demo;
    this.#browser = browser;
    this.letters = new Letters(letters);
    this.mailbox = new Mailbox(demo.origin);
  }

  get origin(): string {
    return this.#demo.origin;
  }

  /** Opens another browser, as far as the demo can tell: nothing is shared with any other. */
  async openBrowser(width = 1280): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      baseURL: this.origin,
      locale: "fr-FR",
      viewport: { width, height: width < 600 ? 640 : 900 },
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(20_000);
    await watchForProblems(context, this.problems);
    return context;
  }

  /** Opens a page of the demo in a browser of its own. */
  async open(path: string, width?: number): Promise<Page> {
    const context = await this.openBrowser(width);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#demo.stop();
  }
}

/** Opens a world before the tests of the file; after them, closes it and checks that no page had a problem. */
export function useWorld(): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    const [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    const response = await fetch(`${demo.origin}/demo/letters.json`);
    world = new World(demo, browser, await response.json());
  });
  afterAll(async () => {
    await world?.close();
    expect(world?.problems).toEqual([]);
  });
  return () => {
    if (world === undefined) throw new Error("The world is not open yet");
    return world;
  };
}
