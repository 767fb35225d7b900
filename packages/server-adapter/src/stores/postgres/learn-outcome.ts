import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "pg";
import { isConnectionLoss } from "./postgres-errors.ts";

const PAUSE_MS = 50;

/**
 * Asks the database what became of a transaction whose COMMIT was never answered.
 *
 * @param patienceMs - how long to go on while it can't be reached
 * @returns "unknown" if it can't be reached or no longer knows.
 */
export async function learnOutcome(
  pool: Pool,
  transactionId: string,
  patienceMs: number,
): Promise<"committed" | "aborted" | "unknown"> {
  const deadline = performance.now() + patienceMs;
  do {
    try {
      const reply = await pool.query<{ status: string | null }>(
        "select pg_xact_status($1::text::xid8) as status",
        [transactionId],
      );
      const status = reply.rows[0]?.status;
      if (status === "committed" || status === "aborted") return status;
      if (status !== "in progress") return "unknown";
    } catch (error) {
      if (!isConnectionLoss(error)) return "unknown";
    }
    await delay(PAUSE_MS);
  } while (performance.now() < deadline);
  return "unknown";
}
