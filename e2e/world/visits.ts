import type { Browser, BrowserContext, Page } from "playwright-core";
import { watchForProblems } from "./watch-for-problems.ts";

/** Opens browsers at one portal, and keeps what goes wrong in any of their pages. */
export class Visits {
  readonly #browser: Browser;
  readonly origin: string;
  /** Violations of the policy, errors in consoles and uncaught errors, of every page so far. */
  readonly problems: string[] = [];

  constructor(origin: string, browser: Browser) {
    this.origin = origin;
    this.#browser = browser;
  }

  /** Opens another browser, as far as the portal can tell: nothing is shared with any other. */
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

  /** Opens a page of the portal in a browser of its own. */
  async open(path: string, width?: number): Promise<Page> {
    const context = await this.openBrowser(width);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
