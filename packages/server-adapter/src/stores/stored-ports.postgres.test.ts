import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import type { Change, Store } from "../ports/store.ts";
import { createStoredAccounts } from "../accounts/stored-accounts.ts";
import { createStoredReports } from "../reports/stored-reports.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import type { TableName } from "../ports/tables.ts";
import { createPostgresStore } from "./postgres/postgres-store.ts";
import { accountsContract } from "../testing/accounts/accounts-contract.ts";
import { storedAccountsContract } from "../testing/accounts/stored-accounts-contract.ts";
import { directoryContract } from "../testing/directory/directory-contract.ts";
import { directoryWriterContract } from "../testing/directory/directory-writer-contract.ts";
import { readOpenReports } from "../../test/reports/read-open-reports.ts";
import { reportsContract } from "../testing/reports-contract.ts";
import { createStoredDirectoryWriter } from "../directory/stored-directory-writer.ts";
import type { DirectoryRecords } from "../ports/directory-writer.ts";
import { SCHEMA } from "./schema.ts";
import { createStoredDirectory } from "../directory/stored-directory.ts";

const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));
let store: Store;

beforeAll(async () => {
  const connectionString = await createDatabase(inject("postgresUrl"));
  store = await createPostgresStore({ connectionString });
});

afterAll(() => store.close());

async function empty(): Promise<void> {
  const tables = Object.keys(SCHEMA).filter((name): name is TableName => name in SCHEMA);
  await store.commit(tables.map((table): Change => ({ type: "delete", table, where: {} })));
}

describe("the directory in PostgreSQL", () => {
  it.each(directoryContract)("$name", async ({ run }) => {
    await empty();
    const open = async (records: DirectoryRecords) => {
      await createStoredDirectoryWriter(store, vault).upsert(records);
      return createStoredDirectory(store, vault);
    };
    await expect(run({ open })).resolves.toBeUndefined();
  });
});

describe("a directory written into PostgreSQL", () => {
  it.each(directoryWriterContract)("$name", async ({ run }) => {
    await empty();
    const writer = createStoredDirectoryWriter(store, vault);
    await expect(run({ writer, directory: createStoredDirectory(store, vault) })).resolves.toBeUndefined();
  });
});

describe("the accounts in PostgreSQL", () => {
  it.each([...accountsContract, ...storedAccountsContract])("$name", async ({ run }) => {
    await empty();
    await expect(run({ accounts: createStoredAccounts(store, vault), store })).resolves.toBeUndefined();
  });
});

describe("the reports in PostgreSQL", () => {
  it.each(reportsContract)("$name", async ({ run }) => {
    await empty();
    const reports = createStoredReports(store);
    await expect(run({ reports, read: () => readOpenReports(store) })).resolves.toBeUndefined();
  });
});
