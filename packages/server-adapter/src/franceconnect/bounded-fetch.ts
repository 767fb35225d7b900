import { FranceConnectError } from "../ports/france-connect.ts";
import type { ResolvedOptions } from "./resolve-options.ts";
import { isSecure } from "./resolve-options.ts";

/** A provider's answers are a few kilobytes; beyond this none is read. */
const largestAnswerBytes = 262_144;

/** What requests are made of here: a subset of `RequestInit`. */
export interface BoundedRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | null | undefined;
}

/** Fetches with limits; resolves to an answer whose body is read in full. */
export type BoundedFetch = (url: string, request: BoundedRequest) => Promise<Response>;

/**
 * Makes requests that end: in time, in size, without following redirects, over TLS.
 *
 * The answers it resolves to have a status of 200 to 299 or 400 to 499, and JSON that parses where JSON was said.
 *
 * @throws {FranceConnectError} `unavailable` from the returned function for whatever a provider in trouble does, `refused` for an
 * address that is not https
 */
export function createBoundedFetch(
  options: Pick<ResolvedOptions, "fetch" | "timeoutSeconds" | "allowInsecureIssuer">,
): BoundedFetch {
  const { fetch, timeoutSeconds, allowInsecureIssuer } = options;
  return async (url, { method = "GET", headers = {}, body }) => {
    if (!isSecure(new URL(url), allowInsecureIssuer)) {
      throw new FranceConnectError("refused", "endpoint_insecure");
    }
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      const response = await fetch(url, {
        method,
        headers: { ...headers },
        body: body ?? null,
        redirect: "manual",
        signal,
      });
      return await readResponse(response);
    } catch (cause) {
      if (cause instanceof FranceConnectError) throw cause;
      const reason = signal.aborted ? "provider_timeout" : "provider_unreachable";
      throw new FranceConnectError("unavailable", reason, { cause });
    }
  };
}

async function readResponse(response: Response): Promise<Response> {
  const { status, headers } = response;
  // A redirect that was not followed has the status 0 in some runtimes.
  const isUsable = (status >= 200 && status < 300) || (status >= 400 && status < 500 && status !== 429);
  if (!isUsable) {
    await response.body?.cancel();
    throw new FranceConnectError("unavailable", `provider_status_${status}`);
  }
  const bytes = await readBytes(response);
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
  if (isJson && !parses(bytes)) throw new FranceConnectError("unavailable", "answer_malformed");
  return new Response(bytes.length === 0 ? null : bytes, { status, headers });
}

async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > largestAnswerBytes) throw new FranceConnectError("unavailable", "answer_too_large");
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function parses(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}
