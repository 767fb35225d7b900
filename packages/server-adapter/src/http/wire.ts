import { formatCookie, parseCookies } from "./cookies.ts";
import type { PlainRequest, PlainResponse } from "./message.ts";
import type { WireRequest, WireResponse } from "./wire-message.ts";

/** The path below the base path; one that no route has when the request is for something else. */
function pathBelow(target: string, basePath: string): string {
  const [path = ""] = target.split("?", 1);
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : "";
}

/** Reads from a request what routes look at, and nothing else: `Host` and `X-Forwarded-*` go no further than this. */
export function toPlainRequest(
  { method, target, header, body, clientAddress }: WireRequest,
  basePath: string,
): PlainRequest {
  return {
    method,
    path: pathBelow(target, basePath),
    contentType: header("content-type"),
    contentEncoding: header("content-encoding"),
    body,
    cookies: parseCookies(header("cookie")),
    origin: header("origin"),
    fetchSite: header("sec-fetch-site"),
    idempotencyKey: header("idempotency-key"),
    clientAddress,
  };
}

/** What every answer says, whatever it is about: nothing is to be kept, sniffed, framed or read by another site (ASVS 3.4, 14.3.2). */
const commonHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-resource-policy": "same-origin",
};

/** Writes an answer's headers and text. */
export function toWireResponse(
  { status, body, headers, cookies }: PlainResponse,
  isSecure: boolean,
): WireResponse {
  const contentType = body === null ? {} : { "content-type": "application/json" };
  return {
    status,
    headers: [
      ...Object.entries({ ...commonHeaders, ...contentType, ...headers }),
      ...(cookies ?? []).map((cookie) => ["set-cookie", formatCookie(cookie, isSecure)] as const),
    ],
    body: body === null || typeof body === "string" ? body : JSON.stringify(body),
  };
}
