import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { createPostgresStore } from "../stores/postgres/postgres-store.ts";
import { runCommand } from "./run-command.ts";

const list = (connectionString: string) =>
  runCommand(["reports", "--without-school", "--postgres", connectionString], {});

async function countTables(connectionString: string): Promise<number> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_tables where schemaname = 'public'");
  await client.end();
  return rowCount ?? 0;
}

it("a PostgreSQL database that no server has made is refused, and stays as it is", async () => {
  const connectionString = await createDatabase(inject("postgresUrl"));
  const { code, output } = await list(connectionString);
  expect(code).toBe(2);
  expect(output).toContain("no database of educonnect-activation");
  expect(await countTables(connectionString)).toBe(0);
  await (await createPostgresStore({ connectionString })).close();
  expect(await list(connectionString)).toEqual({ code: 0, output: "no report" });
});
