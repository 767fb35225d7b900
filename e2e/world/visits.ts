import type { BrowserContext, Browser, Page } from "playwright-core";

/** The portal's first page, which asks for profile, level and mode. */
export const startPath = "/";

/** The portal's page where guardians sign in and activate an account. */
export const loginPath = "/connexion";

/** The same page for pupils. */
export const pupilLoginPath = "/eleve";

/** The page that the link of a confirmation mail opens. */
export const confirmationLinkPath = "/confirmer";

/** What families have reported to the schools. */
export const reportsPath = "/demo/reports";

/** What a browser says of a refused or failed request by itself; the pages deal with those on screen. */
const requestFailure = /^Failed to load resource/u;

/** Collects violations of the content security policy, errors in the console and uncaught errors of every page of a browser. */
async function watchForProblems(context: BrowserContext, problems: string[]): Promise<void> {
  await context.exposeBinding("reportViolation", (_source, violation: string) => {
    problems.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report: unknown = Reflect.get(window, "reportViolation");
      if (typeof report === "function") {
        void report(`${event.violatedDirective} ${event.blockedURI} ${event.sample} on ${location.pathname}`);
      }
    });
  });
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!requestFailure.test(message.text())) problems.push(`${message.type()}: ${message.text()}`);
  });
}

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
