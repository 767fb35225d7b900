import type { CommitResult, Store } from "../../ports/store.ts";
import type { CheckedChange } from "../checked-request.ts";
import { createCheckedStore } from "../create-checked-store.ts";
import { createStatements } from "../sql/statements.ts";
import { commitBatch } from "./commit-batch.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { retryWhileBusy } from "./retry-while-busy.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { toStoreError } from "./sqlite-errors.ts";

export interface SqliteStoreOptions {
  /** The database file, made if it is not there; `:memory:` keeps everything in this process. */
  readonly path: string;
}

interface Waiting {
  readonly changes: readonly CheckedChange[];
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
}

/** More would make the first of them wait for the last. */
const BATCH_LIMIT = 100;

/**
 * Opens a store in an SQLite file, its tables brought to this version first.
 *
 * Write-ahead log with `synchronous=FULL`: what is acknowledged survives a loss of power. Commits that come in one turn of the event loop
 * share a transaction and its one wait for the disk, each of them still whole or not at all. Any number of processes of one machine may
 * have the file open (not over a network file system); a commit waits up to 5 s for theirs.
 *
 * @throws {StoreUnavailableError} if the file can't be opened or written.
 * @throws {StoreTooNewError} if a later version of the kit has migrated it.
 */
export async function createSqliteStore({ path }: SqliteStoreOptions): Promise<Store> {
  const connection = await open(path);
  const statements = createStatements("sqlite");
  const waiting: Waiting[] = [];
  let draining: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // Lets the commits of this turn gather, and everything else have its turn.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = waiting.splice(0, BATCH_LIMIT);
      try {
        const outcomes = await retryWhileBusy(() =>
          commitBatch(
            connection,
            statements,
            batch.map(({ changes }) => changes),
          ),
        );
        for (const [place, outcome] of outcomes.entries()) {
          if ("error" in outcome) batch[place]?.reject(outcome.error);
          else batch[place]?.resolve(outcome.result);
        }
      } catch (error) {
        const known = toStoreError(error);
        for (const { reject } of batch) reject(known);
      }
    }
    draining = undefined;
  }

  return createCheckedStore({
    async find(query) {
      try {
        return await retryWhileBusy(() => connection.all(statements.find(query)));
      } catch (error) {
        throw toStoreError(error);
      }
    },
    async commit(changes) {
      return await new Promise<CommitResult>((resolve, reject) => {
        waiting.push({ changes, resolve, reject });
        draining ??= drain();
      });
    },
    ping() {
      try {
        connection.execute("select 1 from schools limit 0");
      } catch (error) {
        throw toStoreError(error);
      }
    },
    async close() {
      await draining;
      connection.close();
    },
  });
}

async function open(path: string): Promise<SqliteConnection> {
  let connection: SqliteConnection | undefined;
  try {
    const opened = new SqliteConnection(path);
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
