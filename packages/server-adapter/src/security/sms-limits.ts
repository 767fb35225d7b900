import type { RandomSource } from "@educonnect-activation/core";
import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { RateLimit, RateLimits, RateResult } from "./rate-limits.ts";
import type { Vault } from "./vault.ts";

/** How many texts may be asked for. */
export interface SmsLimitOptions {
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
 * They count the number that was typed, known or not and whether or not an SMS leaves, so that a limit tells nothing of the
 * directory; a limit reached leaves the other methods open.
 */
export interface SmsLimits {
  /** @param share the number in E.164, or with it whoever has a share of its texts of their own. */
  take(share: string): Promise<Extract<RateResult, { isAllowed: true }> | TextRefusal>;
}

/** What the limits are made of. */
export interface SmsLimitParts {
  readonly rateLimits: RateLimits;
  readonly vault: Vault;
  readonly random: RandomSource;
  readonly clock: Clock;
  readonly logger: Logger;
}

const hourSeconds = 3_600;
const daySeconds = 86_400;

/** Requests that count on one row wait for one another, and a row is written with every count: so there are several, each with its share. */
const perShard = 300;
const mostShards = 256;
const betweenLogsSeconds = 60;

/** Creates the limits of a deployment. */
export function createSmsLimits(
  { rateLimits, vault, random, clock, logger }: SmsLimitParts,
  options: SmsLimitOptions = {},
): SmsLimits {
  const { perNumberAnHour = 3, perNumberADay = 5, inAllAnHour = 5_000 } = options;
  const ofNumber: readonly RateLimit[] = [
    { most: perNumberAnHour, withinSeconds: hourSeconds },
    { most: perNumberADay, withinSeconds: daySeconds },
  ];
  const shards = Math.max(1, Math.min(mostShards, Math.floor(inAllAnHour / perShard)));
  const ofAll: readonly RateLimit[] = [
    { most: Math.floor(inAllAnHour / shards), withinSeconds: hourSeconds },
  ];
  let loggedAt = Number.NEGATIVE_INFINITY;

  /** Shards fill unevenly: only when two are full is it everybody's limit. */
  async function takeOfAll(): Promise<RateResult> {
    const [byte = 0] = random(1);
    const first = await rateLimits.take(`texts-in-all:${byte % shards}`, ofAll);
    if (first.isAllowed || shards === 1) return first;
    return rateLimits.take(`texts-in-all:${(byte + 1) % shards}`, ofAll);
  }

  /** A flood must not flood the log as well. */
  function logOpenBreaker(): void {
    const now = clock.now();
    if (Math.abs(now - loggedAt) < betweenLogsSeconds) return;
    loggedAt = now;
    logger.log("error", "sms_breaker_open", { inAllAnHour });
  }

  return {
    async take(share) {
      const number = await rateLimits.take(`texts:${await vault.lookupKey("text-limit", share)}`, ofNumber);
      if (!number.isAllowed) {
        logger.log("info", "sms_limit_reached");
        return { ...number, of: "number" };
      }
      const all = await takeOfAll().catch(async (error: unknown) => {
        await number.refund().catch(() => {});
        throw error;
      });
      if (!all.isAllowed) {
        logOpenBreaker();
        await number.refund();
        return { ...all, of: "all" };
      }
      return {
        isAllowed: true,
        async refund() {
          await number.refund();
          await all.refund();
        },
      };
    },
  };
}
