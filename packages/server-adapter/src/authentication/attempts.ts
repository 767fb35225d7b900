import type { FailureBudget } from "@educonnect-activation/core";
import type { Clock } from "../ports/clock.ts";
import { untilCommitted } from "../ports/contention.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";

type Row = Tables["attempts"];

/** How a budget of failures grows back: never by itself before the lock has passed. */
export type AttemptBudget = Pick<FailureBudget, "tries" | "lockSeconds">;

/** One attempt that was counted, so that it can be given back. */
export interface Attempt {
  readonly key: string;
  /** The count as it was before, or null when there was none. */
  readonly before: Row | null;
  /** The version that counting it made. */
  readonly version: number;
  /** Until when it closes the way if it fails (epoch seconds); 0 while there are others left. */
  readonly lockedUntil: number;
}

/** No attempt is allowed. */
export interface AttemptRefusal {
  readonly isAllowed: false;
  /** When the next one is (epoch seconds). */
  readonly until: number;
  /** The lock is so young that an attempt counted before it may still be under way, and turn out right. */
  readonly isContested: boolean;
}

/** Whether a secret may be compared. */
export type AttemptResult = { readonly isAllowed: true; readonly attempt: Attempt } | AttemptRefusal;

/** What came of comparing a secret within its budget. */
export type Comparison =
  | { readonly isAllowed: true; readonly attempt: Attempt; readonly isRight: boolean }
  | AttemptRefusal;

/**
 * Counts the failures of each secret, wherever it is accepted.
 *
 * An attempt is counted before the secret is compared, so that of a hundred parallel guesses exactly as many are compared as the budget
 * allows (ASVS 2.3.4, 15.4.2); the right secret then gives the count back. A spent budget locks for `lockSeconds`, and each further
 * lock is twice as long, up to a day. A count not added to for 7 days is forgotten.
 */
export interface Attempts {
  /** Counts one attempt, or says until when none is allowed. */
  take(key: string, budget: AttemptBudget): Promise<AttemptResult>;
  /** Counts one attempt and compares; a comparison that fails to take place (a busy hasher, a lost database) costs nothing. */
  compare(key: string, budget: AttemptBudget, isRight: () => Promise<boolean>): Promise<Comparison>;
  /** Until when no attempt is allowed (epoch seconds), or null; counts nothing. */
  lockedUntil(key: string): Promise<number | null>;
  /** The changes that forget a key's failures once the right secret was given. */
  changesToForget(key: string): readonly Change[];
  /** Gives back an attempt that turned out to be no guess: the repetition of a request already answered, or one never compared. */
  refund(attempt: Attempt): Promise<void>;
}

const longestLockSeconds = 86_400;
const memorySeconds = 7 * 86_400;
/** Longer than any request takes. */
const contestedSeconds = 60;

/** How long the lock lasts that follows on so many. */
function lockLength({ lockSeconds }: AttemptBudget, locks: number): number {
  return Math.min(lockSeconds * 2 ** locks, Math.max(lockSeconds, longestLockSeconds));
}

/** The count after one more attempt. */
function countOneMore(key: string, row: Row | null, budget: AttemptBudget, now: number): Row {
  const isRemembered = row !== null && row.expires_at > now;
  const failures = (isRemembered ? row.failures : 0) + 1;
  const locks = isRemembered ? row.locks : 0;
  const isLast = failures >= budget.tries;
  const lockSeconds = lockLength(budget, locks);
  return {
    key,
    failures: isLast ? 0 : failures,
    locks: isLast ? locks + 1 : locks,
    locked_until: isLast ? now + lockSeconds : 0,
    version: (row?.version ?? 0) + 1,
    expires_at: now + memorySeconds + lockSeconds,
  };
}

/** Creates the counters over a store. */
export function createAttempts(store: Store, clock: Clock): Attempts {
  async function read(key: string): Promise<Row | null> {
    const [row] = await store.find("attempts", { where: { key } });
    return row ?? null;
  }

  /** Writes a count in the place of the one that was read; loses when another attempt was faster. */
  async function replace(before: Row | null, after: Row | null, key: string): Promise<boolean> {
    const where = { key, version: before?.version ?? 0 };
    const change: Change =
      before === null && after !== null
        ? { type: "insert", table: "attempts", row: after }
        : after === null
          ? { type: "delete", table: "attempts", where, expect: 1 }
          : { type: "update", table: "attempts", where, set: after, expect: 1 };
    return (await store.commit([change])).committed;
  }

  function take(key: string, budget: AttemptBudget): Promise<AttemptResult> {
    return untilCommitted(async () => {
      const now = clock.now();
      const before = await read(key);
      if (before !== null && before.locked_until > now) {
        const until = before.locked_until;
        const lockedAt = until - lockLength(budget, before.locks - 1);
        return { isAllowed: false, until, isContested: now < lockedAt + contestedSeconds };
      }
      const after = countOneMore(key, before, budget, now);
      if (!(await replace(before, after, key))) return null;
      const attempt = { key, before, version: after.version, lockedUntil: after.locked_until };
      return { isAllowed: true, attempt };
    });
  }

  function refund({ key, before, version }: Attempt): Promise<void> {
    return untilCommitted(async () => {
      const row = await read(key);
      if (row === null) return undefined;
      const isLatest = row.version === version;
      // A lock that other attempts share stays: it is the safe side.
      if (!isLatest && row.failures === 0) return undefined;
      const after = isLatest
        ? before && { ...before, version: version + 1 }
        : { ...row, failures: row.failures - 1, version: row.version + 1 };
      return (await replace(row, after, key)) ? undefined : null;
    });
  }

  return {
    take,
    refund,
    async compare(key, budget, isRight) {
      const taken = await take(key, budget);
      if (!taken.isAllowed) return taken;
      try {
        return { ...taken, isRight: await isRight() };
      } catch (error) {
        // Whatever kept the comparison from taking place is what the caller has to hear of.
        await refund(taken.attempt).catch(() => {});
        throw error;
      }
    },
    async lockedUntil(key) {
      const row = await read(key);
      return row !== null && row.locked_until > clock.now() ? row.locked_until : null;
    },
    changesToForget: (key) => [{ type: "delete", table: "attempts", where: { key } }],
  };
}
