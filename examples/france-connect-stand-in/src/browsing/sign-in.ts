import { identityProviders } from "../pages/identity-providers.ts";
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
