import type { CommitResult } from "../../ports/store.ts";
import type { CheckedChange } from "../checked-request.ts";
import type { StoreEngine } from "../create-checked-store.ts";
import { type BoundStatement, createStatements } from "../sql/statements.ts";
import { commitBatch } from "./commit-batch.ts";
import { retryWhileBusy } from "./sqlite-errors.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { isBusy, toStoreError } from "./sqlite-errors.ts";

interface Waiting {
  readonly changes: readonly CheckedChange[];
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
}

/** More would make the first of them wait for the last. */
const BATCH_LIMIT = 100;

/** Serves from one migrated connection, which it closes in the end; the commits of one turn of the event loop go together. */
export function createSqliteEngine(connection: SqliteConnection): StoreEngine {
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

  async function readLater(bound: BoundStatement): Promise<Record<string, unknown>[]> {
    try {
      return await retryWhileBusy(() => connection.all(bound));
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return {
    find(query) {
      const bound = statements.find(query);
      try {
        // Answered at once as a rule: with a log, readers do not wait for writers.
        return connection.all(bound);
      } catch (error) {
        if (isBusy(error)) return readLater(bound);
        throw toStoreError(error);
      }
    },
    async claim(claim) {
      try {
        // One statement is a transaction of its own, which no other process's can enter.
        return await retryWhileBusy(() => connection.all(statements.claim(claim)));
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
  };
}
