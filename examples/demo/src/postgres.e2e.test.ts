import { join } from "node:path";
import {
  createDatabase,
  startPostgres,
  type RunningPostgres,
} from "@educonnect-activation/test-support/postgres";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createBrowser, readLetters } from "./testing/demo-client.ts";
import { openDemoProcesses, type DemoProcesses } from "./testing/demo-processes.ts";

let postgres: RunningPostgres;
let demos: DemoProcesses;
let url = "";

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  url = await createDatabase(postgres.url);
  demos = await openDemoProcesses();
});
afterEach(() => demos.clear());

/** The tables of the database that are not PostgreSQL's own, by schema. */
async function readTables(): Promise<{ schema: string; table: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ schema: string; table: string }>(
      `select schemaname as schema, tablename as table from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function startFirst(origin: string) {
  const letter = (await readLetters(origin)).find(({ status }) => status === "issued");
  return createBrowser(origin)("/sign-in", {
    identifier: letter?.identifier,
    password: letter?.provisionalPassword,
  });
}

test("a fresh demo on PostgreSQL works in a schema of its own and leaves nothing behind", async () => {
  const demo = await demos.start(["--postgres", url]);
  expect(await startFirst(demo.origin)).toMatchObject({ status: 200, body: { outcome: "flow" } });
  const schemas = new Set((await readTables()).map(({ schema }) => schema));
  expect([...schemas]).toEqual([expect.stringMatching(/^educonnect_demo_[0-9a-f]{12}$/u)]);
  expect(await demo.stop()).toBe(0);
  expect(await readTables()).toEqual([]);
});

test("two demos share one database without touching one another", async () => {
  const [one, other] = await Promise.all([
    demos.start(["--postgres", url]),
    demos.start(["--postgres", url]),
  ]);
  await startFirst(one.origin);
  const count = async (origin: string): Promise<number> =>
    (await readLetters(origin)).filter(({ status }) => status === "started").length;
  expect(await count(one.origin)).toBe(1);
  expect(await count(other.origin)).toBe(0);
});

test("with --data, its state on PostgreSQL survives a restart", async () => {
  const args = ["--postgres", url, "--data", join(demos.folder, "data")];
  const first = await demos.start(args);
  await startFirst(first.origin);
  const before = await readLetters(first.origin);
  expect(before.filter(({ status }) => status === "started")).toHaveLength(1);
  expect(await first.stop()).toBe(0);
  const second = await demos.start(args);
  expect(await readLetters(second.origin)).toEqual(before);
});
