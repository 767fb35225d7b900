import { createBrowser } from "./browser.ts";

const hiddenInput = /<input type="hidden" name="([^"]*)" value="([^"]*)"/gu;

/**
 * Follows a log-out address, sending the form that a browser's script would send.
 *
 * @returns the address it ends at
 * @throws {Error} when the provider refuses it
 */
export async function signOut(location: string): Promise<string> {
  const browser = createBrowser();
  const page = await browser.open(location);
  if (typeof page === "string") return page;
  const action = /<form[^>]* action="([^"]*)"/u.exec(page.text)?.[1];
  if (page.status !== 200 || action === undefined) {
    throw new Error(`No log-out: ${/<code>([^<]*)<\/code>/u.exec(page.text)?.[1] ?? page.status}`);
  }
  const form = new URLSearchParams(
    [...page.text.matchAll(hiddenInput)].map(([, name = "", value = ""]) => [name, value]),
  );
  const end = await browser.open(new URL(action, page.url).href, form);
  return typeof end === "string" ? end : end.url;
}
