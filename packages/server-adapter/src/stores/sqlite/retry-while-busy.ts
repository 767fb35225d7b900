import { setTimeout as delay } from "node:timers/promises";
import { isBusy } from "./sqlite-errors.ts";

/** How long to go on while other processes write. */
const PATIENCE_MS = 5000;

/**
 * Calls `work` until SQLite lets it through, leaving the event loop free between tries; the waits are random, so that two processes do not stay in step.
 *
 * @throws what `work` threw last, once 5 s have gone by.
 */
export async function retryWhileBusy<Result>(work: () => Result): Promise<Result> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
      await delay(1 + Math.random() * 10);
    }
  }
}
