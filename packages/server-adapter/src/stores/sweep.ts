import type { Change, Store } from "../ports/store.ts";

/** How much one call may do. */
export interface SweepOptions {
  /** Rows of one table deleted in one commit; default 200. */
  readonly batchSize?: number;
  /** Commits over all tables; default 50. What is left then waits for the next call. */
  readonly maxBatches?: number;
}

export interface SweepResult {
  /** Rows that were found expired and are gone. */
  readonly deleted: number;
  /** Whether nothing expired was left when it was looked for. */
  readonly isDone: boolean;
}

type Find = (store: Store, atMost: number, limit: number) => Promise<Change[]>;

/** One entry for each table whose rows expire; a row extended between the reading and the deletion stays. */
const EXPIRING: readonly Find[] = [
  async (store, atMost, limit) =>
    (await store.find("flows", expired(atMost, limit))).map(({ id }) => ({
      type: "delete",
      table: "flows",
      where: { id, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("retired_cookies", expired(atMost, limit))).map(({ cookie_key }) => ({
      type: "delete",
      table: "retired_cookies",
      where: { cookie_key, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("replies", expired(atMost, limit))).map(({ key }) => ({
      type: "delete",
      table: "replies",
      where: { key, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("attempts", expired(atMost, limit))).map(({ key }) => ({
      type: "delete",
      table: "attempts",
      where: { key, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("sessions", expired(atMost, limit))).map(({ cookie_key }) => ({
      type: "delete",
      table: "sessions",
      where: { cookie_key, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("confirmation_links", expired(atMost, limit))).map(({ token_key }) => ({
      type: "delete",
      table: "confirmation_links",
      where: { token_key, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("outbox", expired(atMost, limit))).map(({ id }) => ({
      type: "delete",
      table: "outbox",
      where: { id, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("sms_codes", expired(atMost, limit))).map(({ flow_id }) => ({
      type: "delete",
      table: "sms_codes",
      where: { flow_id, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("authorizations", expired(atMost, limit))).map(({ state_key }) => ({
      type: "delete",
      table: "authorizations",
      where: { state_key, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("rate_limits", expired(atMost, limit))).map(({ key }) => ({
      type: "delete",
      table: "rate_limits",
      where: { key, expires_at: { atMost } },
    })),
  async (store, atMost, limit) =>
    (await store.find("texts", expired(atMost, limit))).map(({ id }) => ({
      type: "delete",
      table: "texts",
      where: { id, expires_at: { atMost } },
    })),
];

function expired(atMost: number, limit: number) {
  return { where: { expires_at: { atMost } }, orderBy: "expires_at", limit } as const;
}

/**
 * Deletes what has expired: flows, retired cookies, kept answers, attempts, rates, sessions, mail links,
 * codes, sign-ins not come back from FranceConnect, unsent messages and receipts, oldest first.
 *
 * Everything else is kept until the account or the person is erased; how long each table keeps its rows is in docs/decisions/0024.
 * May run in several processes at once, and beside everything else: each commit is short.
 *
 * @param now - epoch seconds; rows whose `expires_at` is `now` or before go
 * @throws {StoreUnavailableError} what was deleted before stays deleted.
 */
export async function sweepExpired(
  store: Store,
  now: number,
  options: SweepOptions = {},
): Promise<SweepResult> {
  const { batchSize = 200, maxBatches = 50 } = options;
  if (
    !(
      Number.isSafeInteger(batchSize) &&
      batchSize >= 1 &&
      Number.isSafeInteger(maxBatches) &&
      maxBatches >= 1
    )
  ) {
    throw new TypeError("batchSize and maxBatches must be whole numbers, one or more.");
  }
  let deleted = 0;
  let batches = 0;
  let remaining = [...EXPIRING];
  // Tables take turns, so that a flood in one does not keep the others waiting.
  while (remaining.length > 0) {
    const unfinished: Find[] = [];
    for (const find of remaining) {
      if (batches === maxBatches) return { deleted, isDone: false };
      const deletions = await find(store, now, batchSize);
      if (deletions.length === 0) continue;
      await store.commit(deletions);
      batches += 1;
      deleted += deletions.length;
      if (deletions.length === batchSize) unfinished.push(find);
    }
    remaining = unfinished;
  }
  return { deleted, isDone: true };
}
