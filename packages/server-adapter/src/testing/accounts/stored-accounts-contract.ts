import { deepStrictEqual, ok } from "node:assert/strict";
import type { Account, AccountWrite, StoredAccounts } from "../../ports/accounts.ts";
import type { Store } from "../../ports/store.ts";
import { activation, claire, keep } from "./accounts-case.ts";

/** What a case is run on. */
export interface StoredAccountsUnderTest {
  /** Without any account. */
  readonly accounts: StoredAccounts;
  /** Where they are kept. */
  readonly store: Store;
}

/** One requirement; `run` rejects where it is not met. */
export interface StoredAccountsCase {
  readonly name: string;
  readonly run: (subject: StoredAccountsUnderTest) => Promise<void>;
}

async function commit(
  { accounts, store }: StoredAccountsUnderTest,
  account: Account,
  ...writes: readonly AccountWrite[]
): Promise<boolean> {
  return (await store.commit(await accounts.changesFor(account, writes))).committed;
}

/**
 * What a `StoredAccounts` must do besides `accountsContract`, since its changes join a transaction: cases for any test runner.
 *
 * ```ts
 * for (const { name, run } of storedAccountsContract) test(name, async () => run({ accounts: createMyAccounts(store), store }));
 * ```
 */
export const storedAccountsContract: readonly StoredAccountsCase[] = [
  {
    name: "refuses writes on an account that has changed since it was read, all of them",
    async run(subject) {
      const account = await subject.accounts.open(claire);
      ok(await commit(subject, account, keep({ type: "password", secret: "$first$" })));
      deepStrictEqual(
        await commit(subject, account, keep({ type: "password", secret: "$x$" }), activation),
        false,
      );
      const [password] = await subject.accounts.findCredentials(account.id);
      deepStrictEqual(password?.secret, "$first$");
      deepStrictEqual((await subject.accounts.find(account.id))?.status, "pending");
      deepStrictEqual(await subject.store.find("account_children", { where: {} }), []);
    },
  },
  {
    name: "ties a commit without writes to the account as it was read",
    async run(subject) {
      const account = await subject.accounts.open(claire);
      const both = await Promise.all([commit(subject, account), commit(subject, account)]);
      deepStrictEqual(both.toSorted(), [false, true]);
      deepStrictEqual(await commit(subject, account), false);
    },
  },
  {
    name: "notes uses of one credential on many devices at once, and makes nothing else fail",
    async run(subject) {
      const { accounts, store } = subject;
      const account = await accounts.open(claire);
      ok(await commit(subject, account, keep({ type: "password", secret: "$chosen$" })));
      const now = await accounts.find(account.id);
      const [credential] = await accounts.findCredentials(account.id);
      ok(now !== null && credential !== undefined);
      const uses = Array.from({ length: 20 }, (_, place) =>
        store.commit(accounts.changesToRecordUse({ credential, at: place })),
      );
      for (const { committed } of await Promise.all(uses)) deepStrictEqual(committed, true);
      deepStrictEqual(await accounts.find(account.id), now);
      ok(await commit(subject, now, activation));
      const late = accounts.changesToRecordUse({ credential: { ...credential, secret: "$other$" }, at: 99 });
      deepStrictEqual((await store.commit(late)).committed, true);
      ok((await accounts.findCredentials(account.id)).every(({ lastUsedAt }) => lastUsedAt !== 99));
    },
  },
];
