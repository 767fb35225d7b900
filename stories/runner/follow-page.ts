import type { Page } from "playwright-core";

/** What went wrong in a page while it was followed, in words. */
export interface FollowedPage {
  /** Errors that nothing excuses: uncaught ones, and those of the console. */
  readonly problems: string[];
  /** Requests that failed, which some stories mean to show. */
  readonly failures: string[];
  stop(): void;
}

/** Follows a page's console, its errors and its requests. */
export function followPage(page: Page): FollowedPage {
  const problems: string[] = [];
  const failures: string[] = [];
  const note = {
    pageerror: (error: Error) => problems.push(`uncaught: ${error.message}`),
    console: (message: { type(): string; text(): string }) => {
      if (message.type() !== "error") return;
      (message.text().startsWith("Failed to load resource") ? failures : problems).push(
        `console: ${shorten(message.text())}`,
      );
    },
    response: (response: { status(): number; url(): string }) => {
      if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
    },
    requestfailed: (request: { url(): string; failure(): { readonly errorText: string } | null }) => {
      // What was still being fetched when the page was left is no failure.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") failures.push(`failed ${request.url()}`);
    },
  };
  page.on("pageerror", note.pageerror);
  page.on("console", note.console);
  page.on("response", note.response);
  page.on("requestfailed", note.requestfailed);
  return {
    problems,
    failures,
    stop() {
      page.off("pageerror", note.pageerror);
      page.off("console", note.console);
      page.off("response", note.response);
      page.off("requestfailed", note.requestfailed);
    },
  };
}

/** Without the whole page, which Testing Library quotes. */
export const shorten = (text: string): string => text.split("\n", 2).join(" ").slice(0, 400);
