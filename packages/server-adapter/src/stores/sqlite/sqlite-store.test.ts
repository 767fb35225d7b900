import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Store } from "../../ports/store.ts";
import { type StoreUnderTest, durableStoreContract, storeContract } from "../../testing/store-contract.ts";
import { createSqliteStore } from "./sqlite-store.ts";

const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function openFile(): Promise<StoreUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), "educonnect-sqlite-"));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  const open = async (): Promise<Store> => {
    const store = await createSqliteStore({ path: join(folder, "store.sqlite") });
    cleanUps.push(() => store.close());
    return store;
  };
  return { store: await open(), open };
}

describe("the SQLite store over a file", () => {
  it.each([...storeContract, ...durableStoreContract])("$name", async ({ run }) => {
    await expect(run(await openFile())).resolves.toBeUndefined();
  });
});

describe("the SQLite store in memory", () => {
  it.each(storeContract)("$name", async ({ run }) => {
    await expect(run({ store: await createSqliteStore({ path: ":memory:" }) })).resolves.toBeUndefined();
  });
});
