import { Socket } from "node:net";
import type { Pool } from "pg";
import { pg } from "./driver.ts";

/** A store answers 503 rather than keep anybody waiting longer. */
const CONNECT_TIMEOUT_MS = 2000;
const STATEMENT_TIMEOUT_MS = 5000;
/** For a server that has stopped answering at all. */
const REPLY_TIMEOUT_MS = 7000;

/** Connections that come back by themselves after a loss, and give whole numbers as numbers. */
export function createPool(connectionString: string, maxConnections: number): Pool {
  const parsers = new pg.TypeOverrides();
  // What commits write is within 2^53; pg would give text, for others' numbers may not be.
  parsers.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    application_name: "educonnect-activation",
    keepAlive: true,
    // Sends a commit's statements in one go instead of waiting for each reply.
    pipeline: true,
    stream: () => new GatheringSocket(),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: REPLY_TIMEOUT_MS,
    // Frees the rows of a process that vanished in mid-commit.
    idle_in_transaction_session_timeout: REPLY_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    types: parsers,
  });
  // The calls that use a lost connection learn of it; without a listener the event would end the process.
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

function ignore(): void {}

/**
 * Hands the statements of one turn of the event loop to the system in one write: a write costs about as much as making a statement.
 *
 * pg corks the socket for each prepared statement; this keeps it corked until the turn ends. Over TLS each statement is a write of its own.
 */
class GatheringSocket extends Socket {
  #isGathering = false;

  override cork(): void {
    super.cork();
    if (this.#isGathering) return;
    this.#isGathering = true;
    super.cork();
    setImmediate(() => {
      this.#isGathering = false;
      this.uncork();
    });
  }
}
