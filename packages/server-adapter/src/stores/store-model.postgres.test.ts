import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { Change, Claim, Query, Store } from "../ports/store.ts";
import { attempt, flow } from "../testing/store/sample-rows.ts";
import { createMemoryStore } from "./memory/memory-store.ts";
import { createPostgresStore } from "./postgres/postgres-store.ts";
import { createSqliteStore } from "./sqlite/sqlite-store.ts";

/** Few values, so that rows meet; some of them the wrong way round for anybody who compares UTF-16 units. */
const key = fc.constantFrom("", "a", "A", "b", "é", "\uFFFD", "😀");
const number = fc.constantFrom(-1, 0, 1, 2);
const numberOrBound = fc.oneof(
  number,
  number.map((atMost) => ({ atMost })),
  number.map((above) => ({ above })),
);
const keyOrBound = fc.oneof(
  key,
  key.map((atMost) => ({ atMost })),
  key.map((above) => ({ above })),
);
const optional = { requiredKeys: [] };

const flowWhere = fc.record(
  {
    id: keyOrBound,
    cookie_key: keyOrBound,
    person_id: fc.oneof(keyOrBound, fc.constant(null)),
    revision: numberOrBound,
  },
  optional,
);
const flowSet = fc
  .record({ id: key, cookie_key: key, person_id: fc.option(key), revision: number }, optional)
  .filter((set) => Object.keys(set).length > 0);
const expectation = fc.record({ expect: fc.constantFrom(1, 1, 2) }, optional);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ id: key, cookie_key: key, person_id: fc.option(key), revision: number })
    .map((row): Change => ({ type: "insert", table: "flows", row: flow(row.id, row) })),
  key.map((id): Change => ({ type: "insert", table: "attempts", row: attempt(id) })),
  fc.record({ from: keyOrBound, to: key, more: expectation }).map(({ from, to, more }): Change => {
    return { type: "update", table: "attempts", where: { key: from }, set: { key: to }, ...more };
  }),
  fc
    .record({ where: flowWhere, set: flowSet, more: expectation })
    .map(({ where, set, more }): Change => ({ type: "update", table: "flows", where, set, ...more })),
  fc
    .record({ where: flowWhere, more: expectation })
    .map(({ where, more }): Change => ({ type: "delete", table: "flows", where, ...more })),
);

const query: fc.Arbitrary<Query<"flows">> = fc.record(
  {
    where: flowWhere,
    orderBy: fc.constantFrom("id", "cookie_key", "person_id", "revision"),
    descending: fc.boolean(),
    limit: fc.nat(4),
  },
  { requiredKeys: ["where", "orderBy"] },
);

const claim: fc.Arbitrary<Claim<"flows">> = fc.record(
  {
    where: flowWhere,
    orderBy: fc.constantFrom("id", "cookie_key", "person_id", "revision"),
    limit: fc.nat(3),
    set: fc.option(key).map((person_id) => ({ person_id })),
    increment: fc.constant("revision" as const),
  },
  { requiredKeys: ["where", "orderBy", "limit", "set"] },
);

const command = fc.oneof(
  { weight: 3, arbitrary: fc.array(change, { maxLength: 4 }).map((changes) => ({ changes })) },
  { weight: 1, arbitrary: query.map((query) => ({ query })) },
  { weight: 1, arbitrary: claim.map((claim) => ({ claim })) },
);

/** What a store answers; rows that are claimed come in no order. */
async function answer(store: Store, each: CommandOf<typeof command>): Promise<unknown> {
  if ("changes" in each) return store.commit(each.changes);
  if ("query" in each) return store.find("flows", each.query);
  const rows = await store.claim("flows", each.claim);
  return new Map(rows.map((row) => [row.id, row]));
}

type CommandOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Command> ? Command : never;

async function everything(store: Store): Promise<unknown> {
  return [
    await store.find("flows", { where: {}, orderBy: "id" }),
    await store.find("attempts", { where: {}, orderBy: "key" }),
  ];
}

let postgres: Store;

beforeAll(async () => {
  const connectionString = await createDatabase(inject("postgresUrl"));
  postgres = await createPostgresStore({ connectionString });
});

afterAll(async () => {
  await postgres.close();
});

it("does and answers the same in memory, in SQLite and in PostgreSQL, whatever is asked", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 30 }), async (commands) => {
      const memory = createMemoryStore();
      const sqlite = await createSqliteStore({ path: ":memory:" });
      await postgres.commit([
        { type: "delete", table: "flows", where: {} },
        { type: "delete", table: "attempts", where: {} },
      ]);
      const stores = [memory, sqlite, postgres];
      for (const each of commands) {
        const [expected, ...answers] = await Promise.all(stores.map((store) => answer(store, each)));
        expect(answers).toEqual([expected, expected]);
      }
      const [expected, ...contents] = await Promise.all(stores.map((store) => everything(store)));
      expect(contents).toEqual([expected, expected]);
      await sqlite.close();
    }),
    { numRuns: 150 },
  );
});
