import { identityProviders } from "../pages/sign-in-pages.ts";
import { createBrowser, type Browser, type ShownPage } from "./browser.ts";

export interface SignInOptions {
  /** The id of one of the people. */
  readonly person: string;
  /** Whether the person goes back at the first page; not by default. */
  readonly cancel?: boolean;
  /** Whether the person goes on at the last page; so by default, and back otherwise. */
  readonly consent?: boolean;
}

/** Walks the pages from the address of the authorization to that of the callback. */
export async function signIn(
  location: string,
  { person, cancel = false, consent = true }: SignInOptions,
): Promise<string> {
  const browser = createBrowser();
  const choice = await browser.open(location);
  if (typeof choice === "string") return choice;
  const path = pathOf(choice);
  if (cancel) return leave(browser, `${path}/cancel`);
  const [{ id: provider } = { id: "" }] = identityProviders;
  await expectPage(browser, `${path}/sign-in?${new URLSearchParams({ provider })}`);
  const consentPage = await browser.open(`${path}/sign-in`, new URLSearchParams({ person }));
  if (typeof consentPage === "string" || !consentPage.url.endsWith("/consent")) {
    throw new Error(`Nobody is called ${person}.`);
  }
  return leave(browser, consent ? `${path}/consent` : `${path}/cancel`);
}

async function leave(browser: Browser, url: string): Promise<string> {
  const end = await browser.open(url, new URLSearchParams());
  if (typeof end === "string") return end;
  throw new Error(`No way back to the service: ${describe(end)}`);
}

async function expectPage(browser: Browser, url: string): Promise<ShownPage> {
  const page = await browser.open(url);
  if (typeof page === "string") throw new Error(`Led away to ${page}`);
  return page;
}

function pathOf(page: ShownPage): string {
  if (page.status !== 200) throw new Error(`No sign-in page: ${describe(page)}`);
  const { origin, pathname } = new URL(page.url);
  return origin + pathname;
}

const describe = ({ status, text }: ShownPage): string =>
  `${status} ${/<code>([^<]*)<\/code>/u.exec(text)?.[1] ?? text.slice(0, 200)}`;

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
