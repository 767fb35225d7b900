import { randomBelow, type RandomSource } from "@educonnect-activation/core";

/** How long to wait between tries, in seconds. */
export interface Backoff {
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
}

/** Doubles with each failed try up to the longest delay, then takes off up to half at random, so that what failed together is not retried together. */
export function backoffSeconds(
  random: RandomSource,
  { firstDelaySeconds, longestDelaySeconds }: Backoff,
  failedTries: number,
): number {
  const delay = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.min(failedTries - 1, 30));
  const spread = Math.floor(delay / 2);
  return delay - randomBelow(random, spread + 1);
}
