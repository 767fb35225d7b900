import { stat } from "node:fs/promises";
import { MIGRATIONS_TABLE, remainingMigrations } from "../stores/sql/migrations.ts";

/** A database that is not there, or not one of the kit's; the message is for whoever named it. */
export class DatabaseRefusedError extends Error {
  override readonly name = "DatabaseRefusedError";
}

const query = `select name from ${MIGRATIONS_TABLE}`;

function checkMigrations(names: readonly unknown[]): void {
  if (remainingMigrations(names.map(String)).length > 0) {
    throw new DatabaseRefusedError(
      "The database is of an earlier version: a server of this version brings it up.",
    );
  }
}

function noTables(cause: unknown): DatabaseRefusedError {
  return new DatabaseRefusedError(
    "This is no database of educonnect-activation: it has not got its tables.",
    {
      cause,
    },
  );
}

/**
 * Checks that a file is a database that a server has made, without writing to it.
 *
 * @throws {DatabaseRefusedError} when it is absent, something else, or of an earlier version.
 * @throws {StoreTooNewError} when it is of a later one.
 */
export async function checkSqlite(path: string): Promise<void> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new DatabaseRefusedError(`There is no database file "${path}".`);
  const { openSqlite } = await import("../stores/sqlite/open-sqlite.ts");
  const database = await openSqlite(path, { readOnly: true, timeout: 5_000 });
  try {
    checkMigrations(readNames(() => database.prepare(query).all()));
  } finally {
    database.close();
  }
}

/** SQLite's codes of a statement that names a table there is none of, and of a file that is no database. */
const foreignCodes: ReadonlySet<unknown> = new Set([1, 26]);

function readNames(read: () => readonly Readonly<Record<string, unknown>>[]): readonly unknown[] {
  try {
    return read().map(({ name }) => name);
  } catch (error) {
    const isForeign = error instanceof Error && "errcode" in error && foreignCodes.has(error.errcode);
    throw isForeign ? noTables(error) : error;
  }
}

/** PostgreSQL's code of a table there is none of. */
const undefinedTable = "42P01";

/** The same for PostgreSQL. */
export async function checkPostgres(connectionString: string): Promise<void> {
  const { createPool } = await import("../stores/postgres/create-pool.ts");
  const pool = createPool(connectionString, 1);
  try {
    const { rows } = await pool.query<{ name: string }>(query);
    checkMigrations(rows.map(({ name }) => name));
  } catch (error) {
    const isOther = error instanceof Error && "code" in error && error.code === undefinedTable;
    throw isOther ? noTables(error) : error;
  } finally {
    await pool.end();
  }
}
