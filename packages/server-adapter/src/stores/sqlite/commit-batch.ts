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
 * Runs without a pause, so that nothing else in this process sees it half made.
 * @throws SQLite's busy error, having done nothing, while another process writes.
 */
export function commitBatch(
  connection: SqliteConnection,
  statements: Statements,
  batch: readonly (readonly CheckedChange[])[],
): BatchOutcome[] {
  connection.execute("begin immediate");
  try {
    const outcomes = batch.map((changes) => commitInside(connection, statements, changes));
    confirm(connection);
    return outcomes;
  } catch (error) {
    if (connection.isInTransaction) connection.execute("rollback");
    throw error;
  }
}

function commitInside(
  connection: SqliteConnection,
  statements: Statements,
  changes: readonly CheckedChange[],
): BatchOutcome {
  connection.execute("savepoint one");
  try {
    const failedAt = changes.findIndex((change) => !isMade(connection, statements, change));
    if (failedAt !== -1) connection.execute("rollback to one");
    connection.execute("release one");
    return { result: failedAt === -1 ? { committed: true } : { committed: false, failedAt } };
  } catch (error) {
    // A full disk or a failing one may end the whole transaction, and with it every commit of the batch.
    if (!connection.isInTransaction || isBusy(error)) throw error;
    connection.execute("rollback to one");
    connection.execute("release one");
    return { error: toStoreError(error) };
  }
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
    connection.execute("commit");
  } catch (error) {
    if (isBusy(error)) throw error;
    const known = toStoreError(error);
    // The log's frames may have reached the disk although SQLite was told otherwise, and a restart would find them.
    throw known instanceof StoreUnavailableError ? new CommitOutcomeUnknownError({ cause: error }) : known;
  }
}
