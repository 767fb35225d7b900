import { ClientError } from "./client-error.ts";
import { isProblem } from "./response-shapes.ts";
import type { Timers } from "./timers.ts";

/** The `fetch` function that the client uses; the browser's own by default. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The settings that all calls share. */
export interface RequestContext {
  readonly fetch: Fetch;
  readonly timers: Timers;
  readonly timeoutMilliseconds: number;
  /** Whose `lang` the page speaks; without one, requests name the languages that the browser does. */
  readonly speaker?: { readonly lang: string } | undefined;
}

/** One call, independent of how it is sent. */
export interface RequestDescription<Answer> {
  readonly url: string;
  readonly method: "GET" | "POST";
  /** The JSON text of the body, if any. */
  readonly body: string | null;
  readonly idempotencyKey: string | null;
  readonly signal?: AbortSignal | undefined;
  readonly isAnswer: (value: unknown) => value is Answer;
}

function createHeaders(
  description: RequestDescription<unknown>,
  lang: string | undefined,
): Record<string, string> {
  return {
    Accept: "application/json",
    ...(description.body !== null && { "Content-Type": "application/json" }),
    ...(description.idempotencyKey !== null && { "Idempotency-Key": description.idempotencyKey }),
    // An invalid language tag would make the whole request fail.
    ...(lang && /^[\w-]+$/.test(lang) && { "Accept-Language": lang }),
  };
}

/** Seconds of a `Retry-After` (RFC 9110 §10.2.3); its date form is left aside, this protocol never sends it. */
function readRetryAfter(response: Response): number | null {
  const value = response.headers.get("Retry-After");
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

async function readJson(response: Response): Promise<unknown> {
  if (!/[/+]json\b/i.test(response.headers.get("Content-Type") ?? "")) return undefined;
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readAnswer<Answer>(
  response: Response,
  isAnswer: (value: unknown) => value is Answer,
): Promise<Answer> {
  const retryAfterSeconds = readRetryAfter(response);
  const value = await readJson(response);
  if (response.ok && isAnswer(value)) return value;
  if (response.status >= 400 && isProblem(value)) {
    throw new ClientError(value.code, value, value.retryAfterSeconds ?? retryAfterSeconds);
  }
  // A gateway in front of the server speaks for it in HTML.
  if ([502, 503, 504].includes(response.status))
    throw new ClientError("server_unavailable", null, retryAfterSeconds);
  throw new ClientError("unexpected");
}

/**
 * Sends a request once.
 *
 * @throws {ClientError} when there is no answer, or not the one asked for; the signal's reason when the caller aborted.
 */
export async function sendRequest<Answer>(
  context: RequestContext,
  description: RequestDescription<Answer>,
): Promise<Answer> {
  const { signal } = description;
  signal?.throwIfAborted();
  const controller = new AbortController();
  let isLate = false;
  const cancelTimeout = context.timers.schedule(() => {
    isLate = true;
    controller.abort();
  }, context.timeoutMilliseconds);
  const abort = () => controller.abort();
  signal?.addEventListener("abort", abort);
  try {
    const response = await context.fetch(description.url, {
      method: description.method,
      headers: createHeaders(description, context.speaker?.lang),
      body: description.body,
      credentials: "same-origin",
      cache: "no-store",
      // A redirect can only be a proxy's login page.
      redirect: "manual",
      signal: controller.signal,
    });
    return await readAnswer(response, description.isAnswer);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ClientError) throw error;
    throw new ClientError(isLate ? "timeout" : "network");
  } finally {
    cancelTimeout();
    signal?.removeEventListener("abort", abort);
  }
}
