import type { Clock } from "../../ports/clock.ts";
import { DeliveryError } from "../../ports/delivery-error.ts";
import { askGateway, isPassing, type GatewayAnswer } from "./ask-gateway.ts";

/** The credentials that sign requests to OVHcloud's API. */
export interface OvhCredentials {
  readonly applicationKey: string;
  readonly applicationSecret: string;
  readonly consumerKey: string;
}

/** Calls OVHcloud's API. */
export interface OvhClient {
  /**
   * Makes a request and resolves to the JSON of a 2xx answer, or to undefined when that cannot be read.
   *
   * @param path below the version, with its query
   * @throws {DeliveryError} for any other answer, or for none
   */
  call(method: "GET" | "POST", path: string, body: object | null, signal: AbortSignal): Promise<unknown>;
}

/**
 * Creates a client that signs by OVHcloud's rules and the API's clock. It asks for the time once, and again whenever the API refuses a
 * timestamp.
 *
 * @param baseUrl the API's address with its version and without a slash at the end
 */
export function createOvhClient(baseUrl: string, credentials: OvhCredentials, clock: Clock): OvhClient {
  /** How many seconds the API's clock is ahead of ours; calls that wait for it share one request. */
  let ahead: Promise<number> | null = null;

  async function askTime(signal: AbortSignal): Promise<number> {
    const answer = await askGateway("ovh", {
      method: "GET",
      url: `${baseUrl}/auth/time`,
      headers: {},
      signal,
    });
    if (answer.status !== 200) throw refusalOf(answer);
    if (!Number.isSafeInteger(answer.body)) throw new DeliveryError("ovh_time_unreadable", true);
    return Number(answer.body) - clock.now();
  }

  function secondsAhead(signal: AbortSignal): Promise<number> {
    ahead ??= askTime(signal).catch((error: unknown) => {
      ahead = null;
      throw error;
    });
    return ahead;
  }

  async function attempt(
    method: "GET" | "POST",
    path: string,
    text: string,
    signal: AbortSignal,
  ): Promise<GatewayAnswer> {
    const difference = await secondsAhead(signal);
    const url = baseUrl + path;
    const timestamp = String(clock.now() + difference);
    return askGateway("ovh", {
      method,
      url,
      headers: {
        "x-ovh-application": credentials.applicationKey,
        "x-ovh-consumer": credentials.consumerKey,
        "x-ovh-timestamp": timestamp,
        "x-ovh-signature": await sign(credentials, [method, url, text, timestamp]),
        ...(text !== "" && { "content-type": "application/json" }),
      },
      ...(text !== "" && { body: text }),
      signal,
    });
  }

  return {
    async call(method, path, body, signal) {
      const text = body === null ? "" : JSON.stringify(body);
      let answer = await attempt(method, path, text, signal);
      if (readText(answer.body, "errorCode") === "QUERY_TIME_OUT") {
        // The API did nothing, so the request can be sent again at once with the right time.
        ahead = null;
        answer = await attempt(method, path, text, signal);
      }
      if (answer.status < 200 || answer.status > 299) throw refusalOf(answer);
      return answer.body;
    },
  };
}

/** Signs as OVHcloud prescribes: `$1$` and the hexadecimal SHA-1 of both secrets and the request, joined by `+`. */
async function sign(
  { applicationSecret, consumerKey }: OvhCredentials,
  parts: readonly string[],
): Promise<string> {
  const signed = new TextEncoder().encode([applicationSecret, consumerKey, ...parts].join("+"));
  return `$1$${toHex(await crypto.subtle.digest("SHA-1", signed))}`;
}

/** Writes bytes in hexadecimal, in lower case. */
export function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Names the reason of a refusal. Where the API has no code, its text decides; the text is never kept, because it may quote a number. */
function refusalOf({ status, body, retryAfterSeconds }: GatewayAnswer): DeliveryError {
  if (isPassing(status)) return new DeliveryError(`ovh_${status}`, true, { retryAfterSeconds });
  if (status === 402 || /\bcredits?\b/i.test(readText(body, "message"))) {
    return new DeliveryError("ovh_credits", true);
  }
  const isSignature = readText(body, "errorCode") === "INVALID_SIGNATURE";
  if (status === 401 || status === 403 || isSignature) return new DeliveryError("ovh_credentials", false);
  // In a page, `fetch` hides a redirection and reports the status 0.
  return new DeliveryError(status === 0 ? "ovh_redirected" : `ovh_${status}`, false);
}

function readText(body: unknown, name: string): string {
  if (typeof body !== "object" || body === null) return "";
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
}
