import { randomBelow, type RandomSource } from "@educonnect-activation/core";

/** The wait between tries, in seconds. */
export interface Backoff {
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
}

/**
 * Computes the wait before the next try, in seconds.
 *
 * The delay doubles with each failed try, up to the longest one, and is then shortened by up to half at random, so that messages that
 * failed together are not retried together.
 */
export function backoffSeconds(
  random: RandomSource,
  { firstDelaySeconds, longestDelaySeconds }: Backoff,
  failedTries: number,
): number {
  const delay = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.min(failedTries - 1, 30));
  const spread = Math.floor(delay / 2);
  return delay - randomBelow(random, spread + 1);
}
