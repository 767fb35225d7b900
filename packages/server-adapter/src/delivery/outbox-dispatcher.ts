import { randomBelow, type RandomSource } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Clock } from "../ports/clock.ts";
import { DeliveryError } from "../ports/delivery-error.ts";
import { safeLogger, type Logger } from "../ports/logger.ts";
import type { TakenSms } from "../ports/sms-gateway.ts";
import type { Store } from "../ports/store.ts";
import { createOutboxQueue, type OutboxRow } from "./outbox-queue.ts";
import { keepSms } from "./receipts/sms-row.ts";
import { sendMessage, type Gateways } from "./send-message.ts";

/** The wait between tries, in seconds. */
interface Backoff {
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
}

/**
 * Computes the wait before the next try, in seconds.
 *
 * The delay doubles with each failed try, up to the longest one, and is then shortened by up to half at random, so that messages that
 * failed together are not retried together.
 */
function backoffSeconds(
  random: RandomSource,
  { firstDelaySeconds, longestDelaySeconds }: Backoff,
  failedTries: number,
): number {
  const delay = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.min(failedTries - 1, 30));
  const spread = Math.floor(delay / 2);
  return delay - randomBelow(random, spread + 1);
}

/** What a dispatcher works with; each number has a default. */
export interface OutboxDispatcherOptions extends Gateways, Partial<Backoff> {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly logger: Logger;
  /** Messages sent at once: 8. */
  readonly concurrency?: number;
  /** How long one try may take: 60 s. A process that dies while sending holds its messages for twice that. */
  readonly sendTimeoutSeconds?: number;
  /** How often to look for messages of other processes, and for those to try again: 5 s. */
  readonly pollSeconds?: number;
}

/** Sends what the outbox holds. */
export interface OutboxDispatcher {
  /** Whether there is an SMS gateway: without one, methods that text a code can't be offered. */
  readonly sendsSms: boolean;
  /** Looks into the outbox now and every few seconds, until stopped. */
  start(): void;
  /** Looks into the outbox once the present task is done: called after a commit that put something in. Does nothing unless started. */
  wake(): void;
  /**
   * Tries every message that is due, and resolves when none is left or on its way; works whether started or not.
   *
   * @throws {StoreUnavailableError} when the store can't be reached; nothing is lost
   */
  drain(): Promise<void>;
  /** Takes no further message, and resolves when those on their way are settled. */
  stop(): Promise<void>;
}

/**
 * Creates the part that empties the outbox: at least once, in any number of processes over one store.
 *
 * Passing trouble is retried with growing delays (2 s to 10 min by default), or when the gateway asked to be, until the message expires; a
 * refusal ends it at once. Messages sent, expired or refused are deleted with their encrypted content; the latter two leave an audit entry,
 * and of a text that was sent a row of `texts` awaits its receipt. Logs hold ids, counts and reasons only.
 */
export function createOutboxDispatcher(options: OutboxDispatcherOptions): OutboxDispatcher {
  const { store, clock, random, concurrency = 8, sendTimeoutSeconds = 60, pollSeconds = 5 } = options;
  const logger = safeLogger(options.logger);
  const { firstDelaySeconds = 2, longestDelaySeconds = 600 } = options;
  const holdSeconds = Math.ceil(2 * sendTimeoutSeconds);
  const furthestSeconds = Math.max(longestDelaySeconds, holdSeconds) + 60;
  const asksForReceipts = options.smsGateway?.readReceipt !== undefined;
  const queue = createOutboxQueue(store, clock, holdSeconds, furthestSeconds);

  const sending = new Set<Promise<void>>();
  let looking: Promise<boolean> | undefined;
  let isAsked = false;
  let isStarted = false;
  let isStopping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Puts messages on their way until none is due or enough are; resolves to the seconds until the next falls due, null when there may be more now. */
  async function takeDue(): Promise<number | null> {
    while (!isStopping && sending.size < concurrency) {
      const { taken, nextAt } = await queue.take(concurrency - sending.size);
      for (const row of taken) track(row);
      if (taken.length === 0) return nextAt === null ? pollSeconds : nextAt - clock.now();
    }
    return null;
  }

  function track(row: OutboxRow): void {
    const sent = settle(row)
      .catch((error: unknown) => {
        // What was sent but could not be deleted is sent again, with the same id.
        logger.log("error", "message_unsettled", { id: row.id, reason: codeOf(error) });
      })
      .finally(() => {
        const wasFull = sending.size === concurrency;
        sending.delete(sent);
        if (wasFull) wake();
      });
    sending.add(sent);
  }

  async function settle(row: OutboxRow): Promise<void> {
    const { id, kind, tries } = row;
    if (row.expires_at <= clock.now()) return giveUp(row, "message_expired", "expired");
    let taken: TakenSms | null;
    try {
      taken = await sendMessage(options, row, sendTimeoutSeconds);
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (!error.retryable) return giveUp(row, "message_refused", error.reason);
      const now = clock.now();
      const backoff = backoffSeconds(random, { firstDelaySeconds, longestDelaySeconds }, tries);
      const delay = Math.max(backoff, Math.min(error.retryAfterSeconds ?? 0, longestDelaySeconds));
      const availableAt = Math.min(now + delay, Math.max(row.expires_at, now + 1));
      logger.log("warn", "message_postponed", {
        id,
        kind,
        tries,
        reason: error.reason,
        seconds: availableAt - now,
      });
      return queue.postpone(row, availableAt);
    }
    const trace = taken === null ? undefined : keepSms(id, taken, asksForReceipts, clock.now());
    await queue.remove(row, trace);
    logger.log("info", kind === "none" ? "decoy_dropped" : "message_sent", { id, kind, tries });
  }

  async function giveUp(
    row: OutboxRow,
    event: "message_expired" | "message_refused",
    reason: string,
  ): Promise<void> {
    const { id, kind, tries } = row;
    const entry = auditEntry(random, clock.now(), event, null, { message: id, kind, tries, reason });
    if (await queue.giveUp(row, entry)) logger.log("error", event, { id, kind, tries, reason });
  }

  /** Looks once more for each time it was asked meanwhile; resolves to whether nothing is due. */
  async function lookUntilNobodyAsks(): Promise<boolean> {
    let waitSeconds: number | null = null;
    try {
      while (isAsked) {
        isAsked = false;
        waitSeconds = await takeDue();
      }
      return waitSeconds !== null;
    } finally {
      looking = undefined;
      schedule(Math.min(waitSeconds ?? pollSeconds, pollSeconds));
    }
  }

  function look(): Promise<boolean> {
    isAsked = true;
    looking ??= lookUntilNobodyAsks();
    return looking;
  }

  /** At most one look is ever planned. */
  function schedule(seconds: number): void {
    clearTimeout(timer);
    if (!isStarted || isStopping) return;
    timer = setTimeout(() => {
      look().catch((error: unknown) => {
        logger.log("error", "outbox_unavailable", { reason: codeOf(error) });
      });
    }, seconds * 1000);
  }

  function wake(): void {
    if (looking === undefined) schedule(0);
    else isAsked = true;
  }

  return {
    sendsSms: options.smsGateway !== undefined,
    start() {
      if (isStopping) throw new TypeError("a stopped dispatcher can't be started again");
      isStarted = true;
      schedule(0);
    },
    wake,
    async drain() {
      for (;;) {
        const isEmpty = await look();
        if (sending.size > 0) await Promise.race(sending);
        else if (isEmpty || isStopping) return;
      }
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await looking?.catch(() => false);
      await Promise.all(sending);
    },
  };
}

/** The stable code of an error; its message may quote what a log must not hold. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "unexpected";
}
