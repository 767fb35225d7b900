import { DeliveryError } from "../../ports/delivery-error.ts";

/** One request to a gateway. */
export interface GatewayRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** What a gateway answered. */
export interface GatewayAnswer {
  readonly status: number;
  /** The JSON of the answer; undefined when there is none, when it is longer than 64 KiB, or when it breaks off. */
  readonly body: unknown;
  /** `Retry-After` in seconds; null when there is none, or when it is a date. */
  readonly retryAfterSeconds: number | null;
}

const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads the address of a gateway.
 *
 * @param name the option that holds the address
 * @param allowInsecureUrl accepts plain HTTP to the loopback
 * @throws TypeError for an address that is not `https`; for one with credentials, which would be logged with it; and for one with a
 *   fragment, which is never sent
 */
export function readGatewayUrl(name: string, text: string, allowInsecureUrl: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new TypeError(`The option ${name} must be an absolute address.`);
  const isInsecureButAllowed =
    allowInsecureUrl && url.protocol === "http:" && loopbackHosts.has(url.hostname);
  if (url.protocol !== "https:" && !isInsecureButAllowed) {
    throw new TypeError(`The option ${name} must begin with https://, or SMS would travel in clear.`);
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    throw new TypeError(`The option ${name} must hold neither credentials nor a fragment.`);
  }
  return url;
}

const answerLimitBytes = 65_536;

/**
 * Sends a request to a gateway and follows no redirection.
 *
 * An unreadable body is not a failure: the status alone tells whether the gateway accepted the message.
 *
 * @param gateway the name with which reasons begin
 * @throws {DeliveryError} `…_timeout` or `…_unreachable`, retryable, when there was no answer
 */
export async function askGateway(gateway: string, request: GatewayRequest): Promise<GatewayAnswer> {
  const { method, url, headers, body, signal } = request;
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
      signal,
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    throw new DeliveryError(`${gateway}_${signal.aborted ? "timeout" : "unreachable"}`, true, {
      cause: error,
    });
  }
  const retryAfter = response.headers.get("retry-after") ?? "";
  return {
    status: response.status,
    body: await readJson(response).catch(() => undefined),
    retryAfterSeconds: /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null,
  };
}

/** Tells whether a status reports a temporary failure (RFC 9110, 15.5.9, 15.6; RFC 8470, 5.2; RFC 6585, 4). */
export function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

async function readJson(response: Response): Promise<unknown> {
  if (response.body === null) return undefined;
  const reader = response.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > answerLimitBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
  const value: unknown = JSON.parse(text + decoder.decode());
  return value;
}
