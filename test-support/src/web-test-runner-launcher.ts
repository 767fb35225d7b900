import type { BrowserLauncher, SessionResult } from "@web/test-runner-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";

interface OpenSession {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface PlaywrightCoreLauncher extends BrowserLauncher {
  /** Gives the page of a running session, as `@web/test-runner-commands` expects of a `playwright` launcher. */
  getPage(sessionId: string): Page;
}

/**
 * Creates a launcher for Web Test Runner on the browser of {@link launchBrowser}, a fresh context per test file.
 *
 * @web/test-runner-playwright depends on `playwright`, which downloads browsers; this needs `playwright-core` only.
 */
export function createPlaywrightCoreLauncher(): PlaywrightCoreLauncher {
  const sessions = new Map<string, OpenSession>();
  let launching: Promise<Browser> | undefined;

  function openedSession(sessionId: string): OpenSession {
    const session = sessions.get(sessionId);
    if (session === undefined) throw new TypeError(`No page for test session ${sessionId}`);
    return session;
  }

  return {
    name: "Chromium",
    type: "playwright",
    getPage: (sessionId) => openedSession(sessionId).page,
    isActive: (sessionId) => sessions.has(sessionId),
    getBrowserUrl: (sessionId) => openedSession(sessionId).page.url(),
    async startSession(sessionId, url): Promise<void> {
      launching ??= launchBrowser();
      const browser = await launching;
      const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris" });
      const page = await context.newPage();
      sessions.set(sessionId, { context, page });
      await page.goto(url);
    },
    async stopSession(sessionId): Promise<SessionResult> {
      const { context } = openedSession(sessionId);
      sessions.delete(sessionId);
      await context.close();
      return {};
    },
    async startDebugSession(): Promise<void> {
      throw new Error("Debugging opens no window here: run with --manual and open the page in a browser");
    },
    async stop(): Promise<void> {
      if (launching === undefined) return;
      const browser = await launching;
      launching = undefined;
      await browser.close();
    },
  };
}
