import { CommitOutcomeUnknownError, StoreUnavailableError } from "../../ports/store-errors.ts";
import type { CommitResult } from "../../ports/store.ts";
import type { CheckedChange } from "../checked-request.ts";
import type { Statements } from "../sql/statements.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { isBusy, isUniqueViolation, toStoreError } from "./sqlite-errors.ts";

/** What became of one commit of a batch. */
export type BatchOutcome = { readonly result: CommitResult } | { readonly error: unknown };

/**
 * Makes several commits, each whole or not at all, in one transaction that waits for the disk once.
 *
 * A savepoint for each commit costs a copy of every page it changes, and almost every commit is made in full. So the batch is first tried
 * without savepoints; only if a commit of it can't be made is everything undone and the batch made again with them.
 * Runs without a pause, so that nothing else in this process sees it half made.
 *
 * @throws SQLite's busy error, having done nothing, while another process writes.
 */
export function commitBatch(
  connection: SqliteConnection,
  statements: Statements,
  batch: readonly (readonly CheckedChange[])[],
): BatchOutcome[] {
  const whole = commitWhole(connection, statements, batch);
  if (whole !== null) return whole;
  return inTransaction(connection, () => {
    const outcomes = batch.map((changes) => commitInside(connection, statements, changes));
    confirm(connection);
    return outcomes;
  });
}

/** Makes every commit of a batch, or changes nothing and gives null. */
function commitWhole(
  connection: SqliteConnection,
  statements: Statements,
  batch: readonly (readonly CheckedChange[])[],
): BatchOutcome[] | null {
  try {
    return inTransaction(connection, () => {
      if (batch.some((changes) => firstNotMade(connection, statements, changes) !== -1)) return null;
      confirm(connection);
      return batch.map(() => ({ result: { committed: true } }));
    });
  } catch (error) {
    // Anything else, such as too large a text for a full disk, may be the fault of one commit alone: the others have another chance.
    if (error instanceof CommitOutcomeUnknownError || isBusy(error)) throw error;
    return null;
  }
}

/** Undoes what `work` leaves unconfirmed. */
function inTransaction<Result>(connection: SqliteConnection, work: () => Result): Result {
  connection.repeat("begin immediate");
  try {
    return work();
  } finally {
    if (connection.isInTransaction) connection.repeat("rollback");
  }
}

function commitInside(
  connection: SqliteConnection,
  statements: Statements,
  changes: readonly CheckedChange[],
): BatchOutcome {
  connection.repeat("savepoint one");
  try {
    const failedAt = firstNotMade(connection, statements, changes);
    if (failedAt !== -1) connection.repeat("rollback to one");
    connection.repeat("release one");
    return { result: failedAt === -1 ? { committed: true } : { committed: false, failedAt } };
  } catch (error) {
    // A full disk or a failing one may end the whole transaction, and with it every commit of the batch.
    if (!connection.isInTransaction || isBusy(error)) throw error;
    connection.repeat("rollback to one");
    connection.repeat("release one");
    return { error: toStoreError(error) };
  }
}

/** Makes changes until one can't be made, and gives its place, or -1. */
function firstNotMade(
  connection: SqliteConnection,
  statements: Statements,
  changes: readonly CheckedChange[],
): number {
  return changes.findIndex((change) => !isMade(connection, statements, change));
}

function isMade(connection: SqliteConnection, statements: Statements, change: CheckedChange): boolean {
  const expected = change.type === "insert" ? 1 : change.expect;
  try {
    const touched = connection.run(statements.change(change));
    return expected === undefined || touched === expected;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

function confirm(connection: SqliteConnection): void {
  try {
    connection.repeat("commit");
  } catch (error) {
    if (isBusy(error)) throw error;
    const known = toStoreError(error);
    // The log's frames may have reached the disk although SQLite was told otherwise, and a restart would find them.
    throw known instanceof StoreUnavailableError ? new CommitOutcomeUnknownError({ cause: error }) : known;
  }
}
