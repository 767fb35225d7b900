import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "pg";
import { CommitOutcomeUnknownError } from "../../ports/store-errors.ts";
import type { CommitResult, Store } from "../../ports/store.ts";
import type { CheckedChange } from "../checked-request.ts";
import { createCheckedStore } from "../create-checked-store.ts";
import { type Statements, createStatements } from "../sql/statements.ts";
import { type Attempt, attemptCommit } from "./attempt-commit.ts";
import { createPool } from "./create-pool.ts";
import { learnOutcome } from "./learn-outcome.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { toStoreError } from "./postgres-errors.ts";
import { createReader } from "./shared-reads.ts";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`, with `?sslmode=verify-full` over a network; the database or its search path is ours alone. */
  readonly connectionString: string;
  /** Connections held at once by this process; default 10. Over all processes, fewer than the server's `max_connections`. */
  readonly maxConnections?: number;
  /** How long to ask for the outcome of a commit whose connection broke during COMMIT, before `CommitOutcomeUnknownError`; default 5000. */
  readonly commitOutcomePatienceMs?: number;
}

const DEFAULT_CONNECTIONS = 10;
const DEFAULT_PATIENCE_MS = 5000;
/** Deadlocks and connections found dead; each try after the first waits a little longer. */
const MAX_TRIES = 8;

/**
 * Opens a store in a PostgreSQL database (14 or later), its tables brought to this version first.
 *
 * Any number of processes may share the database. Durable as the server's `synchronous_commit` makes it. When a connection breaks during COMMIT, the
 * database is asked whether the transaction took place. Calls fail within seconds while it is away and succeed at once when it is back.
 *
 * @throws {StoreUnavailableError} if the database can't be reached.
 * @throws {StoreTooNewError} if a later version of the kit has migrated it.
 */
export async function createPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const pool = createPool(options.connectionString, options.maxConnections ?? DEFAULT_CONNECTIONS);
  const patienceMs = options.commitOutcomePatienceMs ?? DEFAULT_PATIENCE_MS;
  const statements = createStatements("postgres");
  try {
    await migratePostgres(pool);
  } catch (error) {
    await pool.end();
    throw toStoreError(error);
  }

  const read = createReader(pool);

  return createCheckedStore({
    find: (query) => read(statements.find(query)),
    claim: (claim) => read(statements.claim(claim)),
    async commit(changes) {
      return await commit(pool, statements, changes, patienceMs);
    },
    async ping() {
      await read({ statement: { name: "educonnect_ping", text: "select 1 as one" }, parameters: [] });
    },
    close: () => pool.end(),
  });
}

async function commit(
  pool: Pool,
  statements: Statements,
  changes: readonly CheckedChange[],
  patienceMs: number,
): Promise<CommitResult> {
  for (let tries = 1; ; tries += 1) {
    const attempt = await attemptOnce(pool, statements, changes);
    if (attempt.end === "known") return attempt.result;
    if (attempt.end === "unknown") {
      const outcome = await learnOutcome(pool, attempt.transactionId, patienceMs);
      if (outcome === "committed") return { committed: true };
      if (outcome === "unknown") throw new CommitOutcomeUnknownError({ cause: attempt.error });
    }
    const mayRetry = attempt.end === "unknown" || attempt.mayRetry;
    if (!mayRetry || tries === MAX_TRIES) throw toStoreError(attempt.error);
    await delay(Math.random() * 5 * 2 ** tries);
  }
}

async function attemptOnce(
  pool: Pool,
  statements: Statements,
  changes: readonly CheckedChange[],
): Promise<Attempt> {
  let client;
  try {
    client = await pool.connect();
  } catch (error) {
    throw toStoreError(error);
  }
  let isBroken = true;
  try {
    const attempt = await attemptCommit(client, statements, changes);
    isBroken = attempt.isBroken;
    return attempt;
  } finally {
    client.release(isBroken);
  }
}
