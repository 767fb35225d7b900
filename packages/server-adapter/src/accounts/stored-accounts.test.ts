import { describe, expect, it } from "vitest";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { isStored, type Account, type StoredAccounts } from "../ports/accounts.ts";

async function open() {
  const portal = await createTestPortal();
  const { identifier } = await portal.issue("claire");
  const { accounts, store } = portal.environment;
  if (!isStored(accounts)) throw new TypeError("The portal keeps its own accounts.");
  const read = async (): Promise<Account> => {
    const account = await accounts.findByIdentifier(identifier);
    if (account === null) throw new TypeError("There is no account.");
    return account;
  };
  return { accounts, store, read };
}

const activate = {
  type: "activate",
  at: 1_789_000_000,
  children: ["emma", "lucas"],
  email: "claire@example.org",
  emailStatus: "confirmed",
} as const;

async function commit(
  { accounts, store }: Awaited<ReturnType<typeof open>>,
  account: Account,
  writes: Parameters<StoredAccounts["changesFor"]>[1],
) {
  return (await store.commit(await accounts.changesFor(account, writes))).committed;
}

describe("accounts kept in the store", () => {
  it("find one account by id, person and identifier alike", async () => {
    const { accounts, read } = await open();
    const account = await read();
    expect(await accounts.find(account.id)).toEqual(account);
    expect(await accounts.findByPerson("claire")).toEqual(account);
    expect(await accounts.findByIdentifier("c.nobody42")).toBeNull();
  });

  it("end the letter's password when one is chosen", async () => {
    const portal = await open();
    await commit(portal, await portal.read(), [{ type: "savePassword", hash: "$x$" }]);
    expect(await portal.read()).toMatchObject({ passwordHash: "$x$", provisionalHash: null });
  });

  it("activate with children and a sealed address", async () => {
    const portal = await open();
    await commit(portal, await portal.read(), [activate]);
    expect(await portal.read()).toMatchObject({
      status: "active",
      email: "claire@example.org",
      emailStatus: "confirmed",
      provisionalHash: null,
      provisionalExpiresAt: null,
    });
    const [row] = await portal.store.find("accounts", { where: {} });
    expect(row?.email_encrypted).not.toContain("claire");
    const children = await portal.store.find("account_children", { where: {}, orderBy: "child_id" });
    expect(children.map((child) => child.child_id)).toEqual(["emma", "lucas"]);
  });

  it("confirm and forget an address", async () => {
    const portal = await open();
    await commit(portal, await portal.read(), [{ ...activate, emailStatus: "pending" }]);
    await commit(portal, await portal.read(), [{ type: "confirmEmail" }]);
    expect((await portal.read()).emailStatus).toBe("confirmed");
    await commit(portal, await portal.read(), [{ type: "forgetEmail" }]);
    expect(await portal.read()).toMatchObject({ email: null, emailStatus: "none" });
  });

  it("refuse writes made on old news, the whole commit with them", async () => {
    const portal = await open();
    const old = await portal.read();
    expect(await commit(portal, old, [{ type: "savePassword", hash: "$first$" }])).toBe(true);
    expect(await commit(portal, old, [activate])).toBe(false);
    expect(await portal.read()).toMatchObject({ status: "pending", passwordHash: "$first$" });
    expect(await portal.store.find("account_children", { where: {} })).toEqual([]);
  });

  it("tie a commit without writes to the account as it was read", async () => {
    const portal = await open();
    const account = await portal.read();
    expect(await commit(portal, account, [])).toBe(true);
    expect(await commit(portal, account, [])).toBe(false);
  });

  it("may be told the same twice", async () => {
    const { accounts, store, read } = await open();
    const account = await read();
    await accounts.apply(account, [activate], "key");
    await accounts.apply(account, [activate], "key");
    expect((await read()).status).toBe("active");
    expect(await store.find("account_children", { where: {} })).toHaveLength(2);
  });

  it("never put an older password back by rehashing it", async () => {
    const { accounts, read } = await open();
    await accounts.apply(await read(), [{ type: "savePassword", hash: "$old$" }], "1");
    const signedIn = await read();
    await accounts.apply(signedIn, [{ type: "savePassword", hash: "$new$" }], "2");
    await accounts.apply(signedIn, [{ type: "rehashPassword", hash: "$old-rehashed$" }], "3");
    expect((await read()).passwordHash).toBe("$new$");
    const now = await read();
    await accounts.apply(now, [{ type: "rehashPassword", hash: "$new-rehashed$" }], "4");
    expect((await read()).passwordHash).toBe("$new-rehashed$");
  });
});
