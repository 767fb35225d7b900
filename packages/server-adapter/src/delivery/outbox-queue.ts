import type { Clock } from "../ports/clock.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";

/** One message as the outbox keeps it. */
export type OutboxRow = Tables["outbox"];

/** The outbox as a queue that several processes share. */
export interface OutboxQueue {
  /**
   * Takes up to `limit` messages that are due and that no other process holds, the longest waiting first, each with its new try counted.
   *
   * When it takes none, `nextAt` is when the next falls due (epoch seconds); null when that is not known.
   */
  take(limit: number): Promise<{ readonly taken: readonly OutboxRow[]; readonly nextAt: number | null }>;
  /** Lets a message that this process holds fall due again later; changes nothing when the hold was lost. */
  postpone(row: OutboxRow, availableAt: number): Promise<void>;
  /** Deletes a message that was sent, whoever holds it by now, and keeps what is to be known of it, unless it is kept already. */
  remove(row: OutboxRow, trace?: Change): Promise<void>;
  /** Deletes a message that will not be sent, and notes why; false when the hold was lost. */
  giveUp(row: OutboxRow, entry: Change): Promise<boolean>;
}

/**
 * Creates the queue.
 *
 * Taking a message moves its `available_at` ahead, so that it falls due again by itself when the process that took it dies. The number of
 * tries tells a process whether it still holds a message.
 *
 * @param holdSeconds - how far ahead
 * @param furthestSeconds - how far ahead anything is ever put off; what is further was put off before the clock was set back, and is due
 */
export function createOutboxQueue(
  store: Store,
  clock: Clock,
  holdSeconds: number,
  furthestSeconds: number,
): OutboxQueue {
  return {
    async take(limit) {
      // Most looks find nothing due, and a read costs less than a claim of nothing.
      const [first] = await store.find("outbox", { where: {}, orderBy: "available_at", limit: 1 });
      if (first === undefined) return { taken: [], nextAt: null };
      const now = clock.now();
      const isPast = first.available_at <= now;
      if (!isPast && first.available_at <= now + furthestSeconds) {
        return { taken: [], nextAt: first.available_at };
      }
      const taken = await store.claim("outbox", {
        where: { available_at: isPast ? { atMost: now } : { above: now + furthestSeconds } },
        orderBy: "available_at",
        limit,
        set: { available_at: now + holdSeconds },
        increment: "tries",
      });
      return { taken, nextAt: null };
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
