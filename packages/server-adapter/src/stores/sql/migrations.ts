import { StoreTooNewError } from "../../ports/store-errors.ts";
import type { Dialect } from "./dialect.ts";
import { firstTables } from "./migrations/0001-tables.ts";

/** One step from a version of the tables to the next, as SQL for each engine. */
export interface Migration {
  readonly name: string;
  readonly statements: Readonly<Record<Dialect, readonly string[]>>;
}

/** The table that holds the names of the migrations made. */
export const MIGRATIONS_TABLE = "educonnect_migrations";

/**
 * Every migration, oldest first.
 *
 * Each is SQL in a file of its own that is never changed once it is released, whatever becomes of `SCHEMA`: a change of the tables is a new
 * migration. Tests hold the text of each against its digest, and a migrated database against `SCHEMA`.
 */
export const MIGRATIONS: readonly Migration[] = [firstTables];

/**
 * Chooses what is left to do.
 *
 * @param made - names of the migrations made, in any order
 * @throws {StoreTooNewError} if one of them is not known here.
 */
export function remainingMigrations(
  made: readonly string[],
  migrations: readonly Migration[] = MIGRATIONS,
): Migration[] {
  const unknown = made.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown !== undefined) throw new StoreTooNewError(unknown);
  return migrations.filter((migration) => !made.includes(migration.name));
}
