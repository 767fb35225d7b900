import type { FailureBudget } from "@educonnect-activation/core";
import type { Clock } from "../ports/clock.ts";
import type { Change, Store } from "../ports/store.ts";

/** Whether a secret may be compared, and if not, until when it may not (epoch seconds). */
export type AttemptResult =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly until: number };

/** How a budget of failures grows back: never by itself before the lock has passed. */
export type AttemptBudget = Pick<FailureBudget, "tries" | "lockSeconds">;

/**
 * Counts the failures of each secret, wherever it is accepted.
 *
 * An attempt is counted before the secret is compared, so that of a hundred parallel guesses exactly as many are compared as the budget
 * allows (ASVS 2.3.4, 15.4.2); the right secret then gives the count back. A spent budget locks for `lockSeconds`, and each further
 * lock is twice as long, up to a day.
 */
export interface Attempts {
  /** Counts one attempt, or says until when none is allowed. */
  take(key: string, budget: AttemptBudget): Promise<AttemptResult>;
  /** The changes that forget a key's failures once the right secret was given. */
  changesToForget(key: string): readonly Change[];
  /** Gives one attempt back that turned out to be the repetition of a request already answered. */
  giveBack(key: string): Promise<void>;
}

const longestLockSeconds = 86_400;
const memorySeconds = 7 * 86_400;

/** Creates the counters over a store. */
export function createAttempts(store: Store, clock: Clock): Attempts {
  async function read(key: string) {
    const [row] = await store.find("attempts", { where: { key } });
    return row;
  }

  return {
    async take(key, { tries, lockSeconds }) {
      for (;;) {
        const now = clock.now();
        const row = await read(key);
        if (row && row.locked_until > now) return { isAllowed: false, until: row.locked_until };
        const failures = (row?.failures ?? 0) + 1;
        const locks = row?.locks ?? 0;
        const isLast = failures >= tries;
        const lockLength = Math.min(lockSeconds * 2 ** locks, Math.max(lockSeconds, longestLockSeconds));
        const counted = {
          key,
          failures: isLast ? 0 : failures,
          locks: isLast ? locks + 1 : locks,
          locked_until: isLast ? now + lockLength : 0,
          version: (row?.version ?? 0) + 1,
          expires_at: now + memorySeconds + lockLength,
        };
        const change: Change = row
          ? {
              type: "update",
              table: "attempts",
              where: { key, version: row.version },
              set: counted,
              expect: 1,
            }
          : { type: "insert", table: "attempts", row: counted };
        if ((await store.commit([change])).committed) return { isAllowed: true };
      }
    },

    changesToForget: (key) => [{ type: "delete", table: "attempts", where: { key } }],

    async giveBack(key) {
      for (;;) {
        const row = await read(key);
        // A lock that this attempt set stays: it is the safe side, and the repetition was not the person's fault only rarely.
        if (!row || row.failures === 0) return;
        const { committed } = await store.commit([
          {
            type: "update",
            table: "attempts",
            where: { key, version: row.version },
            set: { failures: row.failures - 1, version: row.version + 1 },
            expect: 1,
          },
        ]);
        if (committed) return;
      }
    },
  };
}
