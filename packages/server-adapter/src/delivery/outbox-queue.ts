import type { Clock } from "../ports/clock.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";

/** One message as the outbox keeps it. */
export type OutboxRow = Tables["outbox"];

/** The outbox as a queue that several processes share. */
export interface OutboxQueue {
  /** Up to `limit` messages that are due, the longest waiting first, and when the next will be (epoch seconds), if known. */
  findDue(limit: number): Promise<{ readonly due: readonly OutboxRow[]; readonly nextAt: number | null }>;
  /** Holds as many of these as no other process holds, in as few commits as that takes; gives them back with the new try counted. */
  hold(rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]>;
  /** Lets a held message fall due again later, unless the hold was lost. */
  postpone(row: OutboxRow, availableAt: number): Promise<void>;
  /** Deletes a message that was sent, whoever holds it by now, and keeps what is to be known of it, unless it is kept already. */
  remove(row: OutboxRow, trace?: Change): Promise<void>;
  /** Deletes a held message that will not be sent, and notes why; false when the hold was lost. */
  giveUp(row: OutboxRow, entry: Change): Promise<boolean>;
}

/**
 * Creates the queue.
 *
 * A message is held by moving its `available_at` ahead in a commit that expects it untouched: of several processes one holds it,
 * and when that one dies, it falls due again.
 *
 * @param holdSeconds for how long
 * @param furthestSeconds how far ahead anything is ever put off; what is further was put off before the clock was set back, and is due
 */
export function createOutboxQueue(
  store: Store,
  clock: Clock,
  holdSeconds: number,
  furthestSeconds: number,
): OutboxQueue {
  return {
    async findDue(limit) {
      const rows = await store.find("outbox", { where: {}, orderBy: "available_at", limit: limit + 1 });
      const now = clock.now();
      const isDue = (row: OutboxRow) => row.available_at <= now || row.available_at > now + furthestSeconds;
      const nextAt = rows.find((row) => !isDue(row))?.available_at ?? null;
      return { due: rows.filter(isDue).slice(0, limit), nextAt };
    },

    async hold(rows) {
      let wanted = [...rows];
      while (wanted.length > 0) {
        const until = clock.now() + holdSeconds;
        const result = await store.commit(
          wanted.map(({ id, available_at, tries }): Change => {
            const set = { available_at: until, tries: tries + 1 };
            return { type: "update", table: "outbox", where: { id, available_at, tries }, set, expect: 1 };
          }),
        );
        if (result.committed) return wanted.map((row) => ({ ...row, tries: row.tries + 1 }));
        wanted = wanted.filter((_, index) => index !== result.failedAt);
      }
      return [];
    },

    async postpone({ id, tries }, availableAt) {
      const set = { available_at: availableAt };
      await store.commit([{ type: "update", table: "outbox", where: { id, tries }, set }]);
    },

    async remove({ id }, trace) {
      const deletion: Change = { type: "delete", table: "outbox", where: { id } };
      if (trace !== undefined && (await store.commit([deletion, trace])).committed) return;
      await store.commit([deletion]);
    },

    async giveUp({ id, tries }, entry) {
      const deletion: Change = { type: "delete", table: "outbox", where: { id, tries }, expect: 1 };
      return (await store.commit([deletion, entry])).committed;
    },
  };
}
