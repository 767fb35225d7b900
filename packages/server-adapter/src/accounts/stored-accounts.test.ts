import { describe, expect, it } from "vitest";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { currentPassword, isStored, type Account, type StoredAccounts } from "../ports/accounts.ts";

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

const choose = (secret: string) =>
  ({
    type: "saveCredential",
    credential: { type: "password", secret, lookupKeys: [], createdAt: 1, expiresAt: null },
  }) as const;

async function secretOf({ accounts, read }: Awaited<ReturnType<typeof open>>) {
  return currentPassword(await accounts.findCredentials((await read()).id))?.secret;
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
    await commit(portal, await portal.read(), [choose("$x$")]);
    expect(await secretOf(portal)).toBe("$x$");
  });

  it("activate with children and a sealed address", async () => {
    const portal = await open();
    await commit(portal, await portal.read(), [activate]);
    expect(await portal.read()).toMatchObject({
      status: "active",
      email: "claire@example.org",
      emailStatus: "confirmed",
    });
    const [row] = await portal.store.find("accounts", { where: {} });
    expect(row?.email_encrypted).not.toContain("claire");
    const children = await portal.store.find("account_children", { where: {}, orderBy: "child_id" });
    expect(children.map((child) => child.child_id)).toEqual(["emma", "lucas"]);
  });

  it("confirm and forget the address they are asked about, and no other", async () => {
    const portal = await open();
    const email = "claire@example.org";
    await commit(portal, await portal.read(), [{ ...activate, emailStatus: "pending" }]);
    for (const type of ["confirmEmail", "forgetEmail"] as const) {
      await commit(portal, await portal.read(), [{ type, email: "older@example.org" }]);
      expect(await portal.read()).toMatchObject({ email, emailStatus: "pending" });
    }
    await commit(portal, await portal.read(), [{ type: "confirmEmail", email }]);
    expect((await portal.read()).emailStatus).toBe("confirmed");
    await commit(portal, await portal.read(), [{ type: "forgetEmail", email }]);
    expect(await portal.read()).toMatchObject({ email: null, emailStatus: "none" });
  });

  it("refuse writes made on old news, the whole commit with them", async () => {
    const portal = await open();
    const old = await portal.read();
    expect(await commit(portal, old, [choose("$first$")])).toBe(true);
    expect(await commit(portal, old, [activate])).toBe(false);
    expect(await portal.read()).toMatchObject({ status: "pending" });
    expect(await secretOf(portal)).toBe("$first$");
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

  it("never put an older password back by hashing it anew", async () => {
    const portal = await open();
    const { accounts, read } = portal;
    await accounts.apply(await read(), [choose("$old$")], "1");
    const find = async () => currentPassword(await accounts.findCredentials((await read()).id));
    const before = await find();
    if (before === null) throw new TypeError("There is no password.");
    await accounts.apply(await read(), [choose("$new$")], "2");
    await accounts.recordUse({ credential: before, at: 5, newSecret: "$old-anew$" }, "3");
    expect(await find()).toMatchObject({ secret: "$new$", lastUsedAt: null });
    const now = await find();
    if (now === null) throw new TypeError("There is no password.");
    await accounts.recordUse({ credential: now, at: 6, newSecret: "$new-anew$" }, "4");
    expect(await find()).toMatchObject({ secret: "$new-anew$", lastUsedAt: 6 });
  });
});
