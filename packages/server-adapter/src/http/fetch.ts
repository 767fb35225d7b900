import { formatCookie, parseCookies } from "./cookies.ts";
import { bodyLimitBytes, type PlainRequest, type PlainResponse } from "./message.ts";

/** Reads a body to its end, or to the limit; one that breaks off on the way is none. */
async function readBody(request: Request): Promise<PlainRequest["body"]> {
  if (request.body === null) return null;
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimitBytes) return "tooLarge";
  try {
    return await readBytes(request.body);
  } catch {
    return null;
  }
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<PlainRequest["body"]> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > bodyLimitBytes) {
      await reader.cancel();
      return "tooLarge";
    }
    chunks.push(value);
  }
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** The path below the base path; null when the request is for something else. */
function pathBelow(url: URL, basePath: string): string | null {
  if (url.pathname === basePath) return "/";
  return url.pathname.startsWith(`${basePath}/`) ? url.pathname.slice(basePath.length) : null;
}

/** Makes plain data of a Fetch request; a path outside the base path becomes one that no route has. */
export async function toPlainRequest(request: Request, basePath: string): Promise<PlainRequest> {
  const { headers } = request;
  return {
    method: request.method,
    path: pathBelow(new URL(request.url), basePath) ?? "",
    contentType: headers.get("content-type"),
    body: await readBody(request),
    cookies: parseCookies(headers.get("cookie")),
    origin: headers.get("origin"),
    fetchSite: headers.get("sec-fetch-site"),
    idempotencyKey: headers.get("idempotency-key"),
  };
}

/** What every answer says, whatever it is about: nothing is to be kept, sniffed, framed or read by another site (ASVS 3.4, 14.3.2). */
const commonHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-resource-policy": "same-origin",
};

/** Makes a Fetch response of plain data; `isHead` leaves the body out. */
export function toResponse(plain: PlainResponse, isSecure: boolean, isHead: boolean): Response {
  const headers = new Headers(commonHeaders);
  if (plain.body !== null) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(plain.headers ?? {})) headers.set(name, value);
  for (const cookie of plain.cookies ?? []) headers.append("set-cookie", formatCookie(cookie, isSecure));
  const text = typeof plain.body === "string" ? plain.body : JSON.stringify(plain.body);
  return new Response(isHead || plain.body === null ? null : text, { status: plain.status, headers });
}
