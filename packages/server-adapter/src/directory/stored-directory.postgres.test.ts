import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import type { Change, Store } from "../ports/store.ts";
import { createStoredReports } from "../reports/stored-reports.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createPostgresStore } from "../stores/postgres/postgres-store.ts";
import { directoryContract } from "../testing/directory/directory-contract.ts";
import { readOpenReports } from "../../test/reports/read-open-reports.ts";
import { reportsContract } from "../testing/reports-contract.ts";
import { loadDirectory, type DirectoryRecords } from "./load-directory.ts";
import { createStoredDirectory } from "./stored-directory.ts";

const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));
let store: Store;

beforeAll(async () => {
  const connectionString = await createDatabase(inject("postgresUrl"));
  store = await createPostgresStore({ connectionString });
});

afterAll(() => store.close());

async function empty(): Promise<void> {
  const tables = ["people", "schools", "guardianships", "guardian_names", "reports"] as const;
  await store.commit(tables.map((table): Change => ({ type: "delete", table, where: {} })));
}

describe("the directory in PostgreSQL", () => {
  it.each(directoryContract)("$name", async ({ run }) => {
    await empty();
    const open = async (records: DirectoryRecords) => {
      await loadDirectory(store, vault, records);
      return createStoredDirectory(store, vault);
    };
    await expect(run({ open })).resolves.toBeUndefined();
  });
});

describe("the reports in PostgreSQL", () => {
  it.each(reportsContract)("$name", async ({ run }) => {
    await empty();
    const reports = createStoredReports(store);
    await expect(run({ reports, read: () => readOpenReports(store) })).resolves.toBeUndefined();
  });
});
