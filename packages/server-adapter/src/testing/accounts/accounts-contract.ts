import { deepStrictEqual, notDeepStrictEqual, ok } from "node:assert/strict";
import {
  type AccountsCase,
  activation,
  apply,
  claire,
  credentialOf,
  at,
  keep,
  read,
  secretOf,
} from "./accounts-case.ts";
import { credentialCases } from "./credential-cases.ts";

export type { AccountsCase, AccountsUnderTest } from "./accounts-case.ts";

const opening: readonly AccountsCase[] = [
  {
    name: "opens an account with an identifier, and finds it by id, person and identifier",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      deepStrictEqual(
        { ...account, id: "", identifier: "", version: 0 },
        {
          id: "",
          personId: "claire",
          identifier: "",
          status: "pending",
          email: null,
          emailStatus: "none",
          version: 0,
        },
      );
      ok(/^c\.martin\d{2,}$/.test(account.identifier ?? ""), `${account.identifier} is no identifier.`);
      deepStrictEqual(await accounts.find(account.id), account);
      deepStrictEqual(await accounts.findByPerson("claire"), account);
      deepStrictEqual(await accounts.findByIdentifier(account.identifier ?? ""), account);
      deepStrictEqual(await accounts.findCredentials(account.id), []);
    },
  },
  {
    name: "finds nobody where there is nobody",
    async run({ accounts }) {
      await accounts.open(claire);
      deepStrictEqual(await accounts.find("nobody"), null);
      deepStrictEqual(await accounts.findByPerson("nobody"), null);
      deepStrictEqual(await accounts.findByIdentifier("c.nobody42"), null);
      deepStrictEqual(await accounts.findByCredential("franceConnect", ["nothing"]), null);
      for (const id of ["nobody", ""]) deepStrictEqual(await accounts.findCredentials(id), []);
    },
  },
  {
    name: "opens one account for a person, however often and at once it is asked",
    async run({ accounts }) {
      const opened = await Promise.all(Array.from({ length: 20 }, () => accounts.open(claire)));
      for (const account of opened) deepStrictEqual(account, opened[0]);
      deepStrictEqual(await accounts.open(claire), opened[0]);
    },
  },
  {
    name: "gives namesakes identifiers of their own, at once too",
    async run({ accounts }) {
      const people = Array.from({ length: 20 }, (_, place) => ({ ...claire, id: `claire-${place}` }));
      const opened = await Promise.all(people.map((person) => accounts.open(person)));
      deepStrictEqual(new Set(opened.map(({ identifier }) => identifier)).size, 20);
      deepStrictEqual(
        opened.map(({ personId }) => personId),
        people.map(({ id }) => id),
      );
    },
  },
];

const changing: readonly AccountsCase[] = [
  {
    name: "activates: the letter ends, the password lasts, whatever else opens the account stays",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await apply(
        accounts,
        account,
        keep({ type: "provisional", secret: "$letter$", expiresAt: at + 90 }),
        keep({ type: "password", secret: "$chosen$", expiresAt: at + 90 }),
        keep({ type: "franceConnect", lookupKeys: ["identity"] }),
        activation,
      );
      const active = await read(accounts, account);
      deepStrictEqual(
        [active.status, active.email, active.emailStatus, active.identifier],
        ["active", "claire@example.org", "pending", account.identifier],
      );
      deepStrictEqual(await credentialOf(accounts, account, "provisional"), null);
      const password = await credentialOf(accounts, account, "password");
      deepStrictEqual([password?.secret, password?.expiresAt], ["$chosen$", null]);
      ok((await accounts.findByCredential("franceConnect", ["identity"])) !== null);
    },
  },
  {
    name: "confirms and forgets the address it is asked about, and no other",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await apply(accounts, account, activation);
      const other = "older@example.org";
      for (const type of ["confirmEmail", "forgetEmail"] as const) {
        await apply(accounts, await read(accounts, account), { type, email: other });
        const { email: kept, emailStatus: status } = await read(accounts, account);
        deepStrictEqual([kept, status], ["claire@example.org", "pending"]);
      }
      const given = "claire@example.org";
      await apply(accounts, await read(accounts, account), { type: "confirmEmail", email: given });
      const { email, emailStatus } = await read(accounts, account);
      deepStrictEqual([email, emailStatus], ["claire@example.org", "confirmed"]);
      await apply(accounts, await read(accounts, account), { type: "forgetEmail", email: given });
      const without = await read(accounts, account);
      deepStrictEqual([without.email, without.emailStatus, without.status], [null, "none", "active"]);
    },
  },
  {
    name: "may be told the same twice under one key",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      const writes = [
        keep({ type: "password", secret: "$chosen$" }),
        keep({ type: "franceConnect", lookupKeys: ["identity"] }),
        activation,
      ];
      await accounts.apply(account, writes, "key");
      await accounts.apply(account, writes, "key");
      const { status, email } = await read(accounts, account);
      deepStrictEqual([status, email], ["active", "claire@example.org"]);
      deepStrictEqual((await accounts.findCredentials(account.id)).length, 2);
    },
  },
  {
    name: "raises the version with each change of the account or of what opens it",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      const versions = [account.version];
      for (const write of [
        keep({ type: "password", secret: "$chosen$" }),
        activation,
        { type: "confirmEmail", email: "claire@example.org" },
        { type: "removeCredentials", credentialType: "password" },
      ] as const) {
        await apply(accounts, account, write);
        versions.push((await read(accounts, account)).version);
      }
      deepStrictEqual(
        versions,
        [...new Set(versions)].sort((one, other) => one - other),
      );
    },
  },
  {
    name: "makes the writes of many at once, each whole",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await Promise.all(
        Array.from({ length: 20 }, (_, place) =>
          accounts.apply(
            account,
            [
              keep({ type: "password", secret: `$${place}$` }),
              keep({ type: "provisional", secret: `$${place}$` }),
            ],
            `key ${place}`,
          ),
        ),
      );
      const secret = await secretOf(accounts, account, "password");
      notDeepStrictEqual(secret, null);
      deepStrictEqual(await secretOf(accounts, account, "provisional"), secret);
    },
  },
];

/**
 * What every `Accounts` must do, as cases for any test runner: give each accounts of its own, without any account.
 *
 * ```ts
 * for (const { name, run } of accountsContract) test(name, async () => run({ accounts: createMyAccounts() }));
 * ```
 */
export const accountsContract: readonly AccountsCase[] = [...opening, ...credentialCases, ...changing];
