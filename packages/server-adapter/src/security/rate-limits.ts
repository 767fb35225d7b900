import type { Clock } from "../ports/clock.ts";
import { untilCommitted } from "../ports/contention.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";

type Row = Tables["rate_limits"];

/** How often something may be done: at most so many times within any span of so many seconds. */
export interface RateLimit {
  readonly most: number;
  readonly withinSeconds: number;
}

/** Whether it may be done once more now. */
export type RateResult =
  | { readonly isAllowed: true; readonly refund: () => Promise<void> }
  | { readonly isAllowed: false; readonly until: number };

/**
 * Counts what is limited in number, and not by failures: texts to a number, texts in all.
 *
 * A window slides: no span of its length ever holds more than it allows. Counts are exact whatever the number of processes.
 */
export interface RateLimits {
  /** Counts one more under every limit, or says when the next is allowed (epoch seconds) and counts nothing. */
  take(key: string, limits: readonly RateLimit[]): Promise<RateResult>;
}

function timesOf(row: Row | undefined): number[] {
  const times: unknown = row === undefined ? [] : JSON.parse(row.times);
  return Array.isArray(times) ? times.filter((time) => typeof time === "number") : [];
}

/**
 * When the limit allows one more, given when it was done before, in order; now or earlier when it does. After a clock was set back, what was done
 * "later" counts as long as one window could hold it together with now.
 */
function opensAt(times: readonly number[], { most, withinSeconds }: RateLimit, now: number): number {
  const oldest = times.filter((time) => Math.abs(time - now) < withinSeconds).at(-most);
  return oldest === undefined ? 0 : oldest + withinSeconds;
}

/** Creates the counters over a store. */
export function createRateLimits(store: Store, clock: Clock): RateLimits {
  async function write(key: string, before: Row | undefined, times: readonly number[], longest: number) {
    const version = (before?.version ?? 0) + 1;
    const row = { key, times: JSON.stringify(times), version, expires_at: (times.at(-1) ?? 0) + longest };
    const change: Change =
      before === undefined
        ? { type: "insert", table: "rate_limits", row }
        : {
            type: "update",
            table: "rate_limits",
            where: { key, version: before.version },
            set: row,
            expect: 1,
          };
    return (await store.commit([change])).committed;
  }

  async function read(key: string): Promise<Row | undefined> {
    return (await store.find("rate_limits", { where: { key } }))[0];
  }

  function refund(key: string, at: number, longest: number): Promise<void> {
    return untilCommitted(async () => {
      const row = await read(key);
      const times = timesOf(row);
      const index = times.lastIndexOf(at);
      if (row === undefined || index === -1) return undefined;
      return (await write(key, row, times.toSpliced(index, 1), longest)) ? undefined : null;
    });
  }

  return {
    take(key, limits) {
      const longest = Math.max(...limits.map(({ withinSeconds }) => withinSeconds));
      return untilCommitted(async () => {
        const row = await read(key);
        const now = clock.now();
        const times = timesOf(row).filter((time) => Math.abs(time - now) < longest);
        const until = Math.max(...limits.map((limit) => opensAt(times, limit, now)));
        if (until > now) return { isAllowed: false, until };
        const after = [...times, now].sort((one, other) => one - other);
        const isCounted = await write(key, row, after, longest);
        return isCounted ? { isAllowed: true, refund: () => refund(key, now, longest) } : null;
      });
    },
  };
}
