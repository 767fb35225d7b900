import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { createTables } from "../../../data-scripts/create-tables.ts";
import { MIGRATIONS } from "./migrations.ts";

/** The columns and indexes of a database, however they came about. */
async function structureOf(statements: readonly string[]) {
  const client = new Client({ connectionString: await createDatabase(inject("postgresUrl")) });
  await client.connect();
  for (const text of statements) await client.query(text);
  const columns = await client.query(
    `select table_name, column_name, data_type, is_nullable, collation_name from information_schema.columns
     where table_schema = 'public' order by table_name, ordinal_position`,
  );
  const indexes = await client.query(
    "select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by indexname",
  );
  await client.end();
  return { columns: columns.rows, indexes: indexes.rows };
}

it("the migrations give PostgreSQL the tables, columns and indexes of the schema", async () => {
  const migrated = await structureOf(MIGRATIONS.flatMap(({ statements }) => statements.postgres));
  expect(migrated.columns.length).toBeGreaterThan(100);
  expect(migrated).toEqual(await structureOf(createTables("postgres")));
});
