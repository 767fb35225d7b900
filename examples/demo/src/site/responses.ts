import type { Asset } from "./assets.ts";

/** What the pages of the demo may load and run: nothing inline, nothing from elsewhere, as in a careful portal. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join("; ");

/** A mail's HTML is shown as a mail reader would: no script, no picture from elsewhere, no address but in a new window. */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

const commonHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
};

const htmlType = "text/html; charset=utf-8";

/** Answers with a page under the strict policy. */
export const respondPage = (page: string, status = 200): Response =>
  new Response(page, {
    status,
    headers: { ...commonHeaders, "content-type": htmlType, "content-security-policy": contentSecurityPolicy },
  });

/** Answers with the HTML of a mail, to be shown in a sandboxed frame; its links open new windows. */
export const respondMailHtml = (mail: string): Response =>
  new Response(
    mail.replace(/<head[^>]*>/iu, (head) => `${head}<base target="_blank">`),
    {
      headers: { ...commonHeaders, "content-type": htmlType, "content-security-policy": mailPolicy },
    },
  );

/** Answers with data, indented for people who look at it. */
export const respondJson = (data: unknown): Response =>
  new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: { ...commonHeaders, "content-type": "application/json; charset=utf-8" },
  });

const acceptsGzip = (request: Request): boolean =>
  /(?:^|,)\s*gzip\s*(?:,|$)/u.test(request.headers.get("accept-encoding") ?? "");

/**
 * Answers with a file, compressed for browsers that take that, or with 304 when the browser has it already.
 *
 * Pages are not compressed: some hold both a secret and what was asked for, and their length would tell of it.
 */
export function respondAsset(asset: Asset, request: Request): Response {
  const isCompressed = acceptsGzip(request);
  // Other bytes need another strong tag (RFC 9110, 8.8.3).
  const etag = isCompressed ? asset.tag.replace(/"$/u, '-gzip"') : asset.tag;
  const headers = { ...commonHeaders, "cache-control": "no-cache", vary: "accept-encoding", etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const typed = { ...headers, "content-type": asset.type };
  if (!isCompressed) return new Response(asset.bytes, { headers: typed });
  const compressed = new Blob([asset.bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(compressed, { headers: { ...typed, "content-encoding": "gzip" } });
}

/** Answers in plain words, for what no page is made for. */
export const respondText = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { ...commonHeaders, "content-type": "text/plain; charset=utf-8", ...headers },
  });
