import type { Logger } from "../ports/logger.ts";
import type { RandomSource } from "@educonnect-activation/core";
import type { RateLimit, RateLimits, RateResult } from "./rate-limits.ts";
import type { Vault } from "./vault.ts";

/** How many texts may be asked for. */
export interface TextLimitOptions {
  /** Texts to one number in an hour; 3 by default. */
  readonly perNumberAnHour?: number;
  /** Texts to one number in a day; 5 by default. */
  readonly perNumberADay?: number;
  /** Texts to all numbers in an hour, the breaker that ends a flood; 5,000 by default. */
  readonly inAllAnHour?: number;
}

/** Why no text can be sent now: to this number, or to anybody. */
export type TextRefusal = {
  readonly isAllowed: false;
  readonly of: "number" | "all";
  readonly until: number;
};

/**
 * Limits the texts that strangers make us send (SMS pumping, a number flooded, names guessed against a number).
 *
 * Counted by the number that was typed, whoever's it is and whether or not a text leaves, so that a limit tells nothing of the
 * directory; a limit reached leaves the other routes open.
 */
export interface TextLimits {
  take(mobile: string): Promise<Extract<RateResult, { isAllowed: true }> | TextRefusal>;
}

const hourSeconds = 3_600;
const daySeconds = 86_400;

/** Requests that count on one row wait for one another, so that a busy evening is spread over several, each with its share. */
const fewestPerShard = 50;
const mostShards = 16;

/** Creates the limits of a deployment. */
export function createTextLimits(
  rateLimits: RateLimits,
  vault: Vault,
  random: RandomSource,
  logger: Logger,
  options: TextLimitOptions = {},
): TextLimits {
  const { perNumberAnHour = 3, perNumberADay = 5, inAllAnHour = 5_000 } = options;
  const ofNumber: readonly RateLimit[] = [
    { most: perNumberAnHour, withinSeconds: hourSeconds },
    { most: perNumberADay, withinSeconds: daySeconds },
  ];
  const shards = Math.max(1, Math.min(mostShards, Math.floor(inAllAnHour / fewestPerShard)));
  const ofAll: readonly RateLimit[] = [
    { most: Math.floor(inAllAnHour / shards), withinSeconds: hourSeconds },
  ];
  return {
    async take(mobile) {
      const number = await rateLimits.take(`texts:${await vault.lookupKey("text-limit", mobile)}`, ofNumber);
      if (!number.isAllowed) return { ...number, of: "number" };
      const [byte = 0] = random(1);
      const all = await rateLimits.take(`texts-in-all:${byte % shards}`, ofAll);
      if (!all.isAllowed) {
        logger.log("error", "text_breaker_open");
        await number.giveBack();
        return { ...all, of: "all" };
      }
      return {
        isAllowed: true,
        async giveBack() {
          await number.giveBack();
          await all.giveBack();
        },
      };
    },
  };
}
