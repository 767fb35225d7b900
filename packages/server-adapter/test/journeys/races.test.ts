import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { raceCases } from "./race-cases.ts";
import { smsRaceCases } from "./sms-race-cases.ts";

const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function openFile() {
  const folder = await mkdtemp(join(tmpdir(), "educonnect-races-"));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  const store = await createSqliteStore({ path: join(folder, "store.sqlite") });
  cleanUps.push(() => store.close());
  return store;
}

describe.each([
  ["memory", () => Promise.resolve(createMemoryStore())],
  ["SQLite", openFile],
])("ASVS 2.3.4, 15.4.2 over %s", (_name, openStore) => {
  it.each([...raceCases, ...smsRaceCases])("$name", async ({ run }) => {
    const store = await openStore();
    await expect(run((options) => createTestPortal({ ...options, store }))).resolves.toBeUndefined();
  });
});
