import { launchBrowser, type LaunchBrowserOptions } from "@educonnect-activation/test-support/browser";
import type { Browser, Locator, Page } from "playwright-core";

/** A browser that keeps what goes wrong in any of its pages: violations of the policy, errors in the console, uncaught errors. */
export class Visits {
  readonly #browser: Browser;
  readonly problems: string[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(options?: LaunchBrowserOptions): Promise<Visits> {
    return new Visits(await launchBrowser(options));
  }

  /** Opens a page in a browser that knows nothing of the others. */
  async visit(url: string): Promise<Page> {
    const context = await this.#browser.newContext({ locale: "fr-FR", reducedMotion: "reduce" });
    context.on("weberror", (error) => this.problems.push(String(error.error())));
    context.on("console", (message) => {
      // Without a session the handler answers 401, which browsers write down as an error of the page.
      const isAnswer = message.text().startsWith("Failed to load resource: the server responded with");
      if (["error", "warning"].includes(message.type()) && !isAnswer) this.problems.push(message.text());
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(url);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

type Place = Pick<Page | Locator, "getByLabel" | "getByRole">;

interface Letter {
  readonly identifier: string;
  readonly provisionalPassword: string;
}

/** Sends what the letter says where a wizard is. */
export async function sendLetter(place: Place, letter: Letter): Promise<void> {
  await place.getByLabel("Identifiant", { exact: true }).fill(letter.identifier);
  await place.getByLabel("Mot de passe", { exact: true }).fill(letter.provisionalPassword);
  await place.getByRole("button", { name: "Se connecter" }).click();
}

/** Signs in where a wizard is; resolves with whether the first screen of the activation is shown. */
export async function signIn(place: Place, letter: Letter): Promise<boolean> {
  await sendLetter(place, letter);
  await place.getByRole("heading", { name: "Activation du compte" }).waitFor();
  return place.getByLabel("Adresse mail", { exact: true }).isVisible();
}
