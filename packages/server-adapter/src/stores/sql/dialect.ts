import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Value } from "../checked-request.ts";

/** The two engines this layer writes SQL for. */
export type Dialect = "sqlite" | "postgres";

/** Any table, any column: names have been checked against the schema before. */
export type AnyTables = Record<string, Record<string, Value>>;

/** A query builder that writes SQL for an engine and is never connected to one. */
export function createSqlBuilder(dialect: Dialect): Kysely<AnyTables> {
  return new Kysely<AnyTables>({
    dialect:
      dialect === "sqlite"
        ? {
            createAdapter: () => new SqliteAdapter(),
            createDriver: () => new DummyDriver(),
            createIntrospector: (database) => new SqliteIntrospector(database),
            createQueryCompiler: () => new SqliteQueryCompiler(),
          }
        : {
            createAdapter: () => new PostgresAdapter(),
            createDriver: () => new DummyDriver(),
            createIntrospector: (database) => new PostgresIntrospector(database),
            createQueryCompiler: () => new PostgresQueryCompiler(),
          },
  });
}
