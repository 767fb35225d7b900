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
  /** The JSON it sent; undefined when there is none, it is longer than 64 KiB, or it broke off. */
  readonly body: unknown;
  /** Its `Retry-After` in seconds; null when it gave none, or a date. */
  readonly retryAfterSeconds: number | null;
}

const answerLimitBytes = 65_536;

/**
 * Sends a request to a gateway and follows no redirection.
 *
 * A body that can't be read is no failure: the status alone tells whether the gateway took the message.
 *
 * @param gateway the name that reasons begin with
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

/** Whether a status tells of a passing trouble (RFC 9110, 15.5.9, 15.6; RFC 8470, 5.2; RFC 6585, 4). */
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
