import { ProblemError } from "./problem.ts";

/** Where browsers may come back to. */
interface ReturnPages {
  readonly publicOrigin: string;
  /** Pages of other origins, without query or fragment. */
  readonly allowed: readonly string[];
}

/** Where browsers may come back to, and do unless told otherwise. */
export interface ReturnUrls extends ReturnPages {
  readonly byDefault: string;
}

const longest = 2_048;
const pageOf = ({ origin, pathname }: URL) => origin + pathname;

/** A `blob:` address has the origin of the page that made it, and is not a page of that origin. */
const isWeb = ({ protocol }: URL) => protocol === "https:" || protocol === "http:";

/**
 * The address a text stands for, when browsers may come back to it: any page of the portal's own origin, or one on the deployment's list.
 *
 * It is the address as the URL parser understood it (RFC 9700, 4.11; ASVS 3.7.2), never the text that came; null for any other.
 */
function findReturnUrl(asked: string, { publicOrigin, allowed }: ReturnPages): URL | null {
  if (asked.length > longest || !URL.canParse(asked, publicOrigin)) return null;
  const url = new URL(asked, publicOrigin);
  const isBare = isWeb(url) && url.username === "" && url.password === "";
  return isBare && (url.origin === publicOrigin || allowed.includes(pageOf(url))) ? url : null;
}

/**
 * Checks where a page asks the browser to come back to.
 *
 * @throws {ProblemError} `return_url_refused`
 */
export function checkReturnUrl(asked: string | undefined, urls: ReturnUrls): string {
  if (asked === undefined) return urls.byDefault;
  const url = findReturnUrl(asked, urls);
  if (url === null) throw new ProblemError("return_url_refused");
  return url.href;
}

const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

function checkPage(text: string, publicOrigin: string): void {
  const page = URL.canParse(text) ? new URL(text) : null;
  if (page === null || pageOf(page) !== text) {
    throw new TypeError(
      `franceConnect.returnUrls must hold addresses of pages without query or fragment, not "${text}".`,
    );
  }
  const isDevelopment = publicOrigin.startsWith("http:") && loopbackHosts.has(page.hostname);
  if (page.protocol !== "https:" && !(page.protocol === "http:" && isDevelopment)) {
    throw new TypeError(`franceConnect.returnUrls must be https, not "${text}".`);
  }
}

/**
 * Checks where a deployment lets browsers come back to.
 *
 * @param byDefault an address, or a path of `publicOrigin`; its fragment is dropped.
 * @throws {TypeError} naming the option that can't be right.
 */
export function createReturnUrls(
  publicOrigin: string,
  allowed: readonly string[],
  byDefault: string,
): ReturnUrls {
  for (const page of allowed) checkPage(page, publicOrigin);
  const url = findReturnUrl(byDefault, { publicOrigin, allowed });
  if (url === null) {
    throw new TypeError(
      `franceConnect.defaultReturnUrl must be a page of ${publicOrigin} or one of franceConnect.returnUrls, not "${byDefault}".`,
    );
  }
  url.hash = "";
  return { publicOrigin, allowed, byDefault: url.href };
}
