import { closeSync, openSync } from "node:fs";
import type { Store } from "../../ports/store.ts";
import { createCheckedStore } from "../create-checked-store.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { retryWhileBusy } from "./sqlite-errors.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { createSqliteEngine } from "./sqlite-engine.ts";
import { toStoreError } from "./sqlite-errors.ts";

export interface SqliteStoreOptions {
  /** The database file, made if it is not there, for its owner's eyes only; `:memory:` keeps everything in this process. */
  readonly path: string;
}

/**
 * Opens a store in an SQLite file, its tables brought to this version first.
 *
 * Write-ahead log with `synchronous=FULL`: what is acknowledged survives a loss of power. Commits that come in one turn of the event loop
 * share a transaction and its one wait for the disk, each of them still whole or not at all. Any number of processes of one machine may
 * have the file open (not over a network file system); a commit waits up to 5 s for theirs.
 *
 * @throws {StoreUnsupportedError} if this Node has no SQLite, or too old a one: 22.16 or later has.
 * @throws {StoreUnavailableError} if the file can't be opened or written.
 * @throws {StoreTooNewError} if a later version of the kit has migrated it.
 */
export async function createSqliteStore({ path }: SqliteStoreOptions): Promise<Store> {
  return createCheckedStore(createSqliteEngine(await open(path)));
}

/** SQLite gives its log and index files the rights of the database file. */
function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, "a", 0o600));
  } catch {
    // Opening the database fails of the same cause, and says so.
  }
}

async function open(path: string): Promise<SqliteConnection> {
  let connection: SqliteConnection | undefined;
  try {
    if (path !== ":memory:") makePrivate(path);
    const opened = await SqliteConnection.open(path);
    connection = opened;
    await retryWhileBusy(() => opened.execute("pragma journal_mode = wal"));
    opened.execute("pragma synchronous = full");
    await retryWhileBusy(() => migrateSqlite(opened));
    return opened;
  } catch (error) {
    connection?.close();
    throw toStoreError(error);
  }
}
