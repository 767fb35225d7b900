import { ProblemError } from "../http/problem.ts";

/** Where browsers may come back to. */
export interface ReturnUrls {
  readonly publicOrigin: string;
  /** Pages of other origins, without query or fragment. */
  readonly allowed: readonly string[];
  readonly byDefault: string;
}

const longest = 2_048;
const pageOf = ({ origin, pathname }: URL) => origin + pathname;

/**
 * Checks where a page asks the browser to come back to: any page of the portal's own origin, or one on the deployment's list.
 *
 * What is redirected to is the address as the URL parser understood it (RFC 9700, 4.11; ASVS 3.7.2), never the text that came.
 *
 * @throws {ProblemError} `return_url_refused`
 */
export function checkReturnUrl(asked: string | undefined, urls: ReturnUrls): string {
  if (asked === undefined) return urls.byDefault;
  const url =
    asked.length <= longest && URL.canParse(asked, urls.publicOrigin)
      ? new URL(asked, urls.publicOrigin)
      : null;
  const isAllowed =
    url !== null &&
    url.username === "" &&
    url.password === "" &&
    (url.origin === urls.publicOrigin || urls.allowed.includes(pageOf(url)));
  if (!isAllowed) throw new ProblemError("return_url_refused");
  return url.href;
}
