import type { Command } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import type { PlainResponse } from "../../src/http/message.ts";
import type {
  Account,
  Accounts,
  AccountWrite,
  Credential,
  CredentialType,
} from "../../src/ports/accounts.ts";
import { HasherBusyError } from "../../src/ports/password-hasher.ts";
import { StoreUnavailableError } from "../../src/ports/store-errors.ts";
import type { Store } from "../../src/ports/store.ts";
import { createToken } from "../../src/security/tokens.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createPageHasher } from "../portal/page-hasher.ts";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortalOptions } from "../portal/test-portal.ts";
import { createFailingStore, type Fault } from "./failing-store.ts";
import { arriveAt, chosenPassword, rightAnswers, typedEmail } from "./guardian-journey.ts";

/** A guardian's whole way over a store that fails once; each request is made again, with its key, as the client does. */
async function travel(fault: Fault, failAt: number, options: TestPortalOptions = {}) {
  const { store, state } = createFailingStore(fault, failAt);
  const portal = await createTestPortal({ ...options, store });
  const letter = await portal.issue("claire");
  const browser = portal.browser();
  let failures = 0;
  async function insist(send: () => Promise<PlainResponse>): Promise<PlainResponse> {
    state.isWatched = true;
    let response = await send();
    while (response.status === 503) {
      failures += 1;
      expect(problemOf(response).code).toBe("server_unavailable");
      expect(response.headers?.["retry-after"]).toMatch(/^\d+$/);
      response = await send();
    }
    state.isWatched = false;
    return response;
  }
  function send(event: Command) {
    const idempotencyKey = createToken(portal.environment.random);
    const { revision } = browser.view();
    return insist(() => browser.send(event, { idempotencyKey, revision }));
  }
  await insist(() => browser.signIn(letter.identifier, letter.provisionalPassword));
  await send({ type: "emailSubmitted", email: typedEmail });
  await send({ type: "passwordSubmitted", password: chosenPassword });
  await send({ type: "childrenSubmitted", answers: rightAnswers });
  const { code } = await portal.lastConfirmation();
  await send({ type: "emailCodeSubmitted", code });
  await send({ type: "servicesRequested" });
  const services = await insist(() => browser.request("readServices"));
  return { portal, letter, browser, services, failures, calls: state.calls };
}

describe.each<Fault>(["refused", "unknown"])(
  "a store that fails once, its commit %s (ASVS 16.5.2)",
  (fault) => {
    it("costs one 503 at whichever call, and then nothing is lost or done twice", async () => {
      const { calls } = await travel(fault, 0);
      expect(calls).toBeGreaterThan(60);
      for (let failAt = 1; failAt <= calls; failAt += 1) {
        const { portal, letter, services, failures } = await travel(fault, failAt);
        const { store } = portal.environment;
        expect.soft(failures, `call ${failAt}`).toBe(1);
        expect.soft(services.status, `call ${failAt}`).toBe(200);
        expect.soft(await portal.mails(), `mails after call ${failAt}`).toHaveLength(1);
        const accounts = await store.find("accounts", { where: {} });
        expect
          .soft(accounts, `call ${failAt}`)
          .toMatchObject([{ status: "active", email_status: "confirmed" }]);
        expect.soft(await store.find("account_children", { where: {} }), `call ${failAt}`).toHaveLength(2);
        expect.soft(await store.find("flows", { where: {} }), `call ${failAt}`).toHaveLength(1);
        const entries = await store.find("audit", { where: { event: "emailCodeSubmitted" } });
        expect.soft(entries, `call ${failAt}`).toHaveLength(1);
        const again = await portal.browser().signIn(letter.identifier, chosenPassword);
        expect.soft(again.status, `call ${failAt}`).toBe(200);
      }
    });
  },
);

describe("other faults", () => {
  it("a hasher too busy for a new password costs a 503, and the password then is taken", async () => {
    let isBusy = true;
    const hasher = createPageHasher();
    const passwordHasher = {
      ...hasher,
      hash(password: string) {
        return isBusy && password === chosenPassword
          ? Promise.reject(new HasherBusyError(3))
          : hasher.hash(password);
      },
    };
    const { browser } = await arriveAt("password", await createTestPortal({ passwordHasher }));
    const { revision } = browser.view();
    const request = { idempotencyKey: "0123456789abcdef", revision };
    const event: Command = { type: "passwordSubmitted", password: chosenPassword };
    const busy = await browser.send(event, request);
    expect(problemOf(busy)).toMatchObject({ code: "server_busy", status: 503, retryAfterSeconds: 3 });
    expect((await browser.request("readStatus")).body).toMatchObject({ flow: { revision } });
    isBusy = false;
    await browser.send(event, request);
    expect(browser.view().step.name).toBe("children");
  });

  it("a store that can't be reached makes the health check fail, and recovers", async () => {
    const inner = createMemoryStore();
    let isGone = true;
    const store: Store = {
      ...inner,
      ping: () => (isGone ? Promise.reject(new StoreUnavailableError("gone")) : inner.ping()),
    };
    const browser = (await createTestPortal({ store })).browser();
    const sick = await browser.request("health");
    expect(problemOf(sick).code).toBe("server_unavailable");
    isGone = false;
    expect((await browser.request("health")).body).toEqual({ status: "ok" });
  });

  it("an activation that a newer version wrote is left to the newer version", async () => {
    const { portal, browser } = await arriveAt("email", await createTestPortal());
    const { store } = portal.environment;
    const [row] = await store.find("flows", { where: {} });
    const state = (row?.state ?? "").replace('"version":1', '"version":2');
    await store.commit([{ type: "update", table: "flows", where: { id: row?.id ?? "" }, set: { state } }]);
    const response = await browser.request("readStatus");
    expect(problemOf(response)).toMatchObject({ code: "server_unavailable", status: 503 });
    expect((await store.find("flows", { where: {} }))[0]?.state).toBe(state);
  });
});

/** Accounts of a vendor, which share nothing with the store: each write is kept by its idempotency key. */
function createVendorAccounts(store: () => Accounts) {
  const rows = new Map<string, Account>();
  /** By account. */
  const credentials = new Map<string, readonly Credential[]>();
  const applied = new Map<string, number>();
  const load = async (found: Promise<Account | null>): Promise<Account | null> => {
    const account = await found;
    return account && (rows.get(account.id) ?? account);
  };
  const findCredentials = async (accountId: string): Promise<readonly Credential[]> =>
    credentials.get(accountId) ?? store().findCredentials(accountId);
  const write = async (account: Account, change: AccountWrite): Promise<Account> => {
    const known = await findCredentials(account.id);
    const others = (type: CredentialType) => known.filter((credential) => credential.type !== type);
    switch (change.type) {
      case "saveCredential": {
        const { type, secret, createdAt, expiresAt, lookupKeys } = change.credential;
        const lookupKey = lookupKeys[0] ?? null;
        const kept = { id: type, type, secret, createdAt, expiresAt, lookupKey, lastUsedAt: null };
        credentials.set(account.id, [...others(type), kept]);
        return account;
      }
      case "removeCredentials":
        credentials.set(account.id, others(change.credentialType));
        return account;
      case "activate":
        credentials.set(account.id, others("provisional"));
        return { ...account, status: "active", email: change.email, emailStatus: change.emailStatus };
      case "confirmEmail":
        return account.email === change.email ? { ...account, emailStatus: "confirmed" } : account;
      case "forgetEmail":
        return account.email === change.email ? { ...account, email: null, emailStatus: "none" } : account;
    }
  };
  const accounts: Accounts = {
    find: (id) => load(store().find(id)),
    findByIdentifier: (identifier) => load(store().findByIdentifier(identifier)),
    findByPerson: (personId) => load(store().findByPerson(personId)),
    findByCredential: () => Promise.resolve(null),
    findCredentials,
    async open(person) {
      const account = await store().open(person);
      return (await load(Promise.resolve(account))) ?? account;
    },
    async apply(account, writes, key) {
      const count = applied.get(key) ?? 0;
      applied.set(key, count + 1);
      if (count > 0) return;
      for (const change of writes) {
        rows.set(account.id, await write(rows.get(account.id) ?? account, change));
      }
    },
    recordUse: () => Promise.resolve(),
  };
  return { accounts, rows, applied };
}

describe("accounts that can't share the transaction", () => {
  async function openVendor(options: TestPortalOptions = {}) {
    const holder: { stored?: Accounts } = {};
    const vendor = createVendorAccounts(() => {
      if (!holder.stored) throw new TypeError("The letters are not issued yet.");
      return holder.stored;
    });
    const store = options.store ?? createMemoryStore();
    const plain = await createTestPortal({ ...options, store });
    holder.stored = plain.environment.accounts;
    const environment = { ...plain.environment, accounts: vendor.accounts };
    return { portal: { ...plain, environment }, vendor, environment };
  }

  it("are told each step once", async () => {
    const { portal, vendor, environment } = await openVendor();
    const { browser, letter } = await arriveAt("success", portal, environment);
    expect(browser.view().step).toMatchObject({ identifier: letter.identifier });
    expect([...vendor.applied.values()]).toEqual([1, 1]);
    expect([...vendor.rows.values()]).toMatchObject([{ status: "active", emailStatus: "confirmed" }]);
  });

  it("are told again under the same key when the commit after them failed", async () => {
    const inner = createMemoryStore();
    let isFailing = false;
    const store: Store = {
      ...inner,
      async commit(changes) {
        const isFlow = changes.some((change) => change.table === "flows");
        if (!isFailing || !isFlow) return inner.commit(changes);
        isFailing = false;
        throw new StoreUnavailableError("gone");
      },
    };
    const { portal, vendor, environment } = await openVendor({ store });
    const { browser } = await arriveAt("emailSent", portal, environment);
    const { code } = await portal.lastConfirmation();
    const request = { idempotencyKey: "0123456789abcdef", revision: browser.view().revision };
    isFailing = true;
    const failed = await browser.send({ type: "emailCodeSubmitted", code }, request);
    expect(failed.status).toBe(503);
    await browser.send({ type: "emailCodeSubmitted", code }, request);
    expect(browser.view().step.name).toBe("success");
    expect([...vendor.applied.values()]).toEqual([1, 2]);
  });

  it("take the password typed after a failed one, not the failed one", async () => {
    const inner = createMemoryStore();
    let isFailing = false;
    const store: Store = {
      ...inner,
      async commit(changes) {
        if (!isFailing || changes.every((change) => change.table !== "flows")) return inner.commit(changes);
        isFailing = false;
        throw new StoreUnavailableError("gone");
      },
    };
    const { portal, vendor, environment } = await openVendor({ store });
    const { browser } = await arriveAt("password", portal, environment);
    isFailing = true;
    await browser.send({ type: "passwordSubmitted", password: "Premier-Choix-2024" });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    const [account] = vendor.rows.values();
    const credentials = await vendor.accounts.findCredentials(account?.id ?? "");
    const hash = credentials.find(({ type }) => type === "password")?.secret ?? "";
    expect(await environment.passwordHasher.verify(hash, chosenPassword)).toBe(true);
  });
});
