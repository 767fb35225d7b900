import { StoreUnavailableError } from "../../ports/store-errors.ts";
import { pg } from "./driver.ts";

/** SQLSTATE codes and classes (PostgreSQL manual, appendix A). */
const UNIQUE_VIOLATION = "23505";
const TRY_AGAIN: ReadonlySet<string> = new Set(["40001", "40P01"]);
/** Read-only after a failover, a lock or a statement that took too long, the connection ended by the server's side. */
const UNAVAILABLE: ReadonlySet<string> = new Set([
  "25006",
  "25P03",
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
]);
/** Connection, refused log-in, resources (connections, disk, memory), I/O. */
const UNAVAILABLE_CLASSES: ReadonlySet<string> = new Set(["08", "28", "53", "58"]);

/** Two rows would hold the same value in a unique column. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION;
}

/** The transaction was undone for another's sake, and would pass on its own. */
export function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && TRY_AGAIN.has(error.code);
}

/** The connection is gone: whatever was not committed over it has not taken place. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return isFromTheLine(error);
  const code = error.code ?? "";
  return (
    code.startsWith("08") || code === "57P01" || code === "57P02" || code === "57P03" || code === "57P05"
  );
}

/** Sockets and pg itself throw plain errors; whatever has a name of its own comes from elsewhere. */
function isFromTheLine(error: unknown): boolean {
  return error instanceof AggregateError || (error instanceof Error && error.name === "Error");
}

/** Makes a `StoreUnavailableError` of what the server or the way to it is to blame for, and leaves the rest. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) {
    return isFromTheLine(error)
      ? new StoreUnavailableError("PostgreSQL can't be reached.", { cause: error })
      : error;
  }
  const code = error.code ?? "";
  if (!UNAVAILABLE.has(code) && !UNAVAILABLE_CLASSES.has(code.slice(0, 2)) && !isConflict(error))
    return error;
  return new StoreUnavailableError(`PostgreSQL can't serve (SQLSTATE ${code}).`, { cause: error });
}
