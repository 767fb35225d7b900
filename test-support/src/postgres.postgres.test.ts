import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { createDatabase } from "./postgres.ts";

async function query(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

it("runs PostgreSQL 18 in UTF-8", async () => {
  const url = await createDatabase(inject("postgresUrl"));
  expect(await query(url, "select current_setting('server_version') as version")).toMatchObject({
    version: expect.stringMatching(/^18\./),
  });
  expect(await query(url, "show server_encoding")).toEqual({ server_encoding: "UTF8" });
});

it("gives every caller a database of its own", async () => {
  const [first, second] = await Promise.all([
    createDatabase(inject("postgresUrl")),
    createDatabase(inject("postgresUrl")),
  ]);
  await query(first, "create table proof (id int)");
  expect(await query(first, "select to_regclass('proof') is null as absent")).toEqual({ absent: false });
  expect(await query(second, "select to_regclass('proof') is null as absent")).toEqual({ absent: true });
});
