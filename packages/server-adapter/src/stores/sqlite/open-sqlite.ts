import type { DatabaseSync, DatabaseSyncOptions } from "node:sqlite";
import { StoreUnsupportedError } from "../../ports/store-errors.ts";

/** The part of `node:sqlite` that a store is made with. */
interface Sqlite {
  readonly DatabaseSync: typeof DatabaseSync;
}

/** Node's own answer to a module it has not got, be it for its age or a flag. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_UNKNOWN_BUILTIN_MODULE";

/**
 * Opens a database with Node's own SQLite, which is loaded only now, so that importing the store works on any Node.
 *
 * Busy timeouts and `isTransaction`, which commits rely on, came with Node 22.16 and 24.0.
 *
 * @throws {StoreUnsupportedError} if this Node has no SQLite, or too old a one.
 */
export async function openSqlite(
  path: string,
  options: DatabaseSyncOptions,
  load: () => Promise<Sqlite> = () => import("node:sqlite"),
): Promise<DatabaseSync> {
  const needed = `The SQLite store needs node:sqlite as of Node 22.16; this is Node ${process.versions.node}.`;
  const sqlite = await load().catch((error: unknown) => {
    throw isMissing(error) ? new StoreUnsupportedError(needed, { cause: error }) : error;
  });
  const database = new sqlite.DatabaseSync(path, options);
  if ("isTransaction" in database) return database;
  throw new StoreUnsupportedError(needed);
}
