import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { Change, Store } from "../../ports/store.ts";
import type { TableName } from "../../ports/tables.ts";
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

describe("the PostgreSQL store", () => {
  it.each([...storeContract, ...durableStoreContract])("$name", async ({ run }) => {
    await expect(run(await openEmpty())).resolves.toBeUndefined();
  });
});
