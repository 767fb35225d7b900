import { ClientError, type ClientErrorCode } from "./client-error.ts";
import type { Timers } from "./timers.ts";

/** How a call is tried again by itself. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly tries: number;
  /** Milliseconds before the second try; each wait after it doubles. */
  readonly baseMilliseconds: number;
  /** The longest wait that happens by itself; a server that asks for more is left alone and the person told. */
  readonly longestWaitMilliseconds: number;
}

/** Three tries within about three seconds. */
export const defaultRetryPolicy: RetryPolicy = {
  tries: 3,
  baseMilliseconds: 700,
  longestWaitMilliseconds: 8000,
};

/** Codes after which a request without idempotency key may be sent again: the server refused it before looking at it. */
export const refusedUnseen: readonly ClientErrorCode[] = ["server_busy"];

/** Codes after which a request that does nothing twice may be sent again. */
export const retriableByItself: readonly ClientErrorCode[] = ["network", "server_unavailable", "server_busy"];

function wait(timers: Timers, delayMilliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = timers.schedule(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, delayMilliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/**
 * Calls until it succeeds, the policy is spent, or the failure is one that another try can't mend.
 *
 * Waits double and are drawn at random between half and whole, so that a class whose network came back does not return as one wave;
 * a `Retry-After` is the least it waits.
 */
export async function withRetries<Answer>(
  call: () => Promise<Answer>,
  retriable: readonly ClientErrorCode[],
  policy: RetryPolicy,
  timers: Timers,
  random: () => number,
  signal?: AbortSignal,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ClientError) || !retriable.includes(error.code) || attempt >= policy.tries)
        throw error;
      const backoff = policy.baseMilliseconds * 2 ** (attempt - 1) * (0.5 + random() / 2);
      const delay = Math.max(backoff, (error.retryAfterSeconds ?? 0) * 1000);
      if (delay > policy.longestWaitMilliseconds) throw error;
      await wait(timers, delay, signal);
    }
  }
}
