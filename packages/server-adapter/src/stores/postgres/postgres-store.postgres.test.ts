import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import { Client } from "pg";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { Change, Store } from "../../ports/store.ts";
import type { TableName } from "../../ports/tables.ts";
import { ONE_OF_EACH } from "../../testing/store/sample-rows.ts";
import { type StoreUnderTest, durableStoreContract, storeContract } from "../../testing/store-contract.ts";
import { SCHEMA } from "../schema.ts";
import { createPostgresStore } from "./postgres-store.ts";

let connectionString: string;
const opened: Store[] = [];

beforeAll(async () => {
  connectionString = await createDatabase(inject("postgresUrl"));
});

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

async function open(): Promise<Store> {
  const store = await createPostgresStore({ connectionString });
  opened.push(store);
  return store;
}

async function openEmpty(): Promise<StoreUnderTest> {
  const store = await open();
  const tables = Object.keys(SCHEMA).filter((name): name is TableName => name in SCHEMA);
  await store.commit(tables.map((table): Change => ({ type: "delete", table, where: {} })));
  return { store, open };
}

it("a claim passes over rows that an open transaction holds, and does not wait for it", async () => {
  const { store } = await openEmpty();
  const message = (id: string) => ({ ...ONE_OF_EACH.outbox, id });
  await store.commit(["a", "b"].map((id): Change => ({ type: "insert", table: "outbox", row: message(id) })));
  const other = new Client({ connectionString });
  await other.connect();
  await other.query("begin; select id from outbox where id = 'a' for update");
  const claim = { where: {}, orderBy: "id", limit: 2, set: { available_at: 99 } } as const;
  expect(await store.claim("outbox", claim)).toEqual([{ ...message("b"), available_at: 99 }]);
  await other.end();
});

describe("the PostgreSQL store", () => {
  it.each([...storeContract, ...durableStoreContract])("$name", async ({ run }) => {
    await expect(run(await openEmpty())).resolves.toBeUndefined();
  });
});
