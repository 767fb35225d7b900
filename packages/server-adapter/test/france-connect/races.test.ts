import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { civilPeople } from "./civil-people.ts";
import { portalClient } from "./france-connect-portal.ts";
import { franceConnectRaceCases } from "./race-cases.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

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
  it.each(franceConnectRaceCases(standIn))("$name", async ({ run }) => {
    const store = await openStore();
    await expect(run((options) => createTestPortal({ ...options, store }))).resolves.toBeUndefined();
  });
});
