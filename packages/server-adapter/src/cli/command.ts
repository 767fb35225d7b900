import type { Store } from "../ports/store.ts";
import { checkPostgres, checkSqlite } from "./check-database.ts";

/** What a command came to: 0 all is well, 1 it found something, 2 it could not run. */
export interface CommandResult {
  readonly code: 0 | 1 | 2;
  readonly output: string;
}

/** The variables a command reads. */
export type CommandEnvironment = Readonly<Record<string, string | undefined>>;

/** A command line that can't be run; the message is for whoever typed it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The options, for `parseArgs`, that name a database. */
export const storeOptions = { sqlite: { type: "string" }, postgres: { type: "string" } } as const;

async function openStore({ sqlite, postgres }: ChosenStore): Promise<Store> {
  if ((sqlite === undefined) === (postgres === undefined)) {
    throw new UsageError("Give either --sqlite or --postgres.");
  }
  if (postgres !== undefined) {
    await checkPostgres(postgres);
    const { createPostgresStore } = await import("../stores/postgres/postgres-store.ts");
    return createPostgresStore({ connectionString: postgres });
  }
  await checkSqlite(sqlite ?? "");
  const { createSqliteStore } = await import("../stores/sqlite/sqlite-store.ts");
  return createSqliteStore({ path: sqlite ?? "" });
}

/** A database as the command line names it. */
export interface ChosenStore {
  readonly sqlite?: string | undefined;
  readonly postgres?: string | undefined;
}

/**
 * Opens the database that the options name, for as long as it is used; it is neither made nor migrated.
 *
 * @throws {UsageError} unless it is exactly one.
 * @throws {DatabaseRefusedError} unless a server of this version has made it.
 */
export async function withStore<Value>(
  chosen: ChosenStore,
  use: (store: Store) => Promise<Value>,
): Promise<Value> {
  const store = await openStore(chosen);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
