import { StoreUnavailableError } from "../../ports/store-errors.ts";
import { setTimeout as delay } from "node:timers/promises";

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

/** Primary result codes of SQLite (https://sqlite.org/rescode.html); the extended ones carry them in their low byte. */
const BUSY = 5;
const LOCKED = 6;
const CONSTRAINT = 19;
const UNIQUE_KEYS: ReadonlySet<number> = new Set([1555, 2067, 2579]);
/** PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL. */
const UNAVAILABLE: ReadonlySet<number> = new Set([3, BUSY, LOCKED, 7, 8, 9, 10, 13, 14, 15]);

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode
    : undefined;
}

function primaryCode(error: unknown): number | undefined {
  const code = resultCode(error);
  return code === undefined ? undefined : code & 0xff;
}

/** Another connection is writing: the same statement may succeed a little later. */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === BUSY || code === LOCKED;
}

/** A unique column or primary key would hold the same value twice. */
export function isUniqueViolation(error: unknown): boolean {
  const code = resultCode(error);
  return code !== undefined && (code & 0xff) === CONSTRAINT && UNIQUE_KEYS.has(code);
}

/** Makes a `StoreUnavailableError` of what the disk, the file or another process is to blame for, and leaves the rest. */
export function toStoreError(error: unknown): unknown {
  const code = primaryCode(error);
  return code !== undefined && UNAVAILABLE.has(code)
    ? new StoreUnavailableError(`SQLite can't serve (result code ${resultCode(error)}).`, { cause: error })
    : error;
}
