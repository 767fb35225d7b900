import { describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { activation, claire } from "../testing/accounts/accounts-case.ts";
import { accountsContract } from "../testing/accounts/accounts-contract.ts";
import { storedAccountsContract } from "../testing/accounts/stored-accounts-contract.ts";
import { createStoredAccounts } from "./stored-accounts.ts";

const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));

const stores: readonly { name: string; createStore: () => Store | Promise<Store> }[] = [
  { name: "memory", createStore: createMemoryStore },
  { name: "SQLite", createStore: () => createSqliteStore({ path: ":memory:" }) },
];

describe.each(stores)("accounts in a store: $name", ({ createStore }) => {
  it.each([...accountsContract, ...storedAccountsContract])("$name", async ({ run }) => {
    const store = await createStore();
    await expect(run({ accounts: createStoredAccounts(store, vault), store })).resolves.toBeUndefined();
    await store.close();
  });
});

describe("an account in a store", () => {
  it("has its address encrypted, and the children whom its holder proved, once each", async () => {
    const store = createMemoryStore();
    const accounts = createStoredAccounts(store, vault);
    const account = await accounts.open(claire);
    await accounts.apply(account, [activation], "key");
    await accounts.apply(account, [activation], "key");
    const [row] = await store.find("accounts", { where: {} });
    expect(row?.email_encrypted).toMatch(/./);
    expect(JSON.stringify(row)).not.toContain("example.org");
    const children = await store.find("account_children", { where: {}, orderBy: "child_id" });
    expect(children.map(({ child_id }) => child_id)).toEqual(["emma", "lucas"]);
  });

  it("ASVS 6.3.8 costs the same reads whether it is there or not, and whatever opens it", async () => {
    const inner = createMemoryStore();
    const reads: string[] = [];
    const store: Store = {
      ...inner,
      find(table, query) {
        reads.push(`${table} by ${Object.keys(query.where).join()}`);
        return inner.find(table, query);
      },
    };
    const accounts = createStoredAccounts(store, vault);
    const { identifier } = await accounts.open(claire);
    const signIn = async (typed: string) => {
      reads.length = 0;
      const account = await accounts.findByIdentifier(typed);
      await accounts.findCredentials(account?.id ?? "");
      return [...reads];
    };
    expect(await signIn("c.nobody42")).toEqual(["accounts by identifier", "credentials by account_id"]);
    expect(await signIn(identifier ?? "")).toEqual(await signIn("c.nobody42"));
  });

  it("is given up with a retryable error when others never stop changing it", async () => {
    const inner = createMemoryStore();
    const store: Store = { ...inner, commit: () => Promise.resolve({ committed: false, failedAt: 0 }) };
    const account = await createStoredAccounts(inner, vault).open(claire);
    const accounts = createStoredAccounts(store, vault);
    const contended = { code: "store_contended", name: "ContentionError" };
    await expect(accounts.apply(account, [activation], "key")).rejects.toMatchObject(contended);
    await expect(accounts.open({ ...claire, id: "other" })).rejects.toMatchObject(contended);
  });
});
