import { formatCookie, parseCookies } from "./cookies.ts";
import type { PlainRequest, PlainResponse } from "./message.ts";
import type { WireRequest, WireResponse } from "./wire-message.ts";

/** The path below the base path; one that no route has when the request is for something else. */
function pathBelow(path: string, basePath: string): string {
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : "";
}

const webhookHeaderNames = ["webhook-id", "webhook-timestamp", "webhook-signature"];

function readWebhookHeaders(header: WireRequest["header"]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const name of webhookHeaderNames) {
    const value = header(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/** Reads from a request what routes look at, and nothing else: `Host` and `X-Forwarded-*` go no further than this. */
export function toPlainRequest(
  { method, target, header, body, clientAddress }: WireRequest,
  basePath: string,
): PlainRequest {
  const [path = "", ...query] = target.split("?");
  return {
    method,
    path: pathBelow(path, basePath),
    query: query.join("?"),
    contentType: header("content-type"),
    contentEncoding: header("content-encoding"),
    body,
    cookies: parseCookies(header("cookie")),
    origin: header("origin"),
    fetchSite: header("sec-fetch-site"),
    idempotencyKey: header("idempotency-key"),
    acceptLanguage: header("accept-language"),
    userAgent: header("user-agent"),
    webhookHeaders: readWebhookHeaders(header),
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
