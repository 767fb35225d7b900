import { describe, expect, it } from "vitest";
import type { Store } from "../ports/store.ts";
import { areStored } from "../ports/reports.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { readOpenReports } from "../../test/reports/read-open-reports.ts";
import { reportsContract } from "../testing/reports-contract.ts";
import { createStoredReports } from "./stored-reports.ts";

const stores: readonly { name: string; open: () => Store | Promise<Store> }[] = [
  { name: "memory", open: createMemoryStore },
  { name: "SQLite", open: () => createSqliteStore({ path: ":memory:" }) },
];

describe.each(stores)("the reports in a store: $name", ({ open }) => {
  it.each(reportsContract)("$name", async ({ run }) => {
    const store = await open();
    const reports = createStoredReports(store);
    await expect(run({ reports, read: () => readOpenReports(store) })).resolves.toBeUndefined();
    await store.close();
  });
});

describe("the reports in a store", () => {
  it("join a transaction, which reports elsewhere can't", async () => {
    const store = createMemoryStore();
    const reports = createStoredReports(store);
    expect(areStored(reports)).toBe(true);
    expect(areStored({ record: reports.record, withdraw: reports.withdraw })).toBe(false);
    const report = {
      kind: "refused",
      personId: "claire",
      childId: "lucas",
      schoolId: null,
      at: 1,
      isIdentitySure: true,
    } as const;
    const impossible = { type: "delete", table: "people", where: { id: "nobody" }, expect: 1 } as const;
    expect(await store.commit([...reports.changesToRecord([report]), impossible])).toMatchObject({
      committed: false,
    });
    expect(await readOpenReports(store)).toEqual([]);
    await store.commit(reports.changesToRecord([report]));
    expect(await readOpenReports(store)).toEqual([report]);
    await store.commit(reports.changesToWithdraw("claire", ["lucas"]));
    expect(await readOpenReports(store)).toEqual([]);
  });
});
