import { deepStrictEqual, notDeepStrictEqual, ok } from "node:assert/strict";
import type {
  Account,
  Accounts,
  AccountWrite,
  Credential,
  CredentialType,
  NewCredential,
} from "../../ports/accounts.ts";
import type { Person } from "../../ports/directory.ts";

/** What a case is run on. */
export interface AccountsUnderTest {
  /** Without any account. */
  readonly accounts: Accounts;
}

/** One requirement; `run` rejects where it is not met. */
export interface AccountsCase {
  readonly name: string;
  readonly run: (subject: AccountsUnderTest) => Promise<void>;
}

const at = 1_789_000_000;

export const claire: Person = {
  id: "claire",
  kind: "guardian",
  givenName: "Claire",
  familyName: "Martin",
  birthName: null,
};
const namesake: Person = { ...claire, id: "other-claire" };

export function keep(credential: Partial<NewCredential> & Pick<NewCredential, "type">): AccountWrite {
  const rest = { secret: null, lookupKeys: [], createdAt: at, expiresAt: null };
  return { type: "saveCredential", credential: { ...rest, ...credential } };
}

export const activation: AccountWrite = {
  type: "activate",
  at,
  children: ["emma", "lucas"],
  email: "claire@example.org",
  emailStatus: "pending",
};

/** The account as it is now. */
async function read(accounts: Accounts, { id }: Account): Promise<Account> {
  const account = await accounts.find(id);
  ok(account !== null, "The account is gone.");
  return account;
}

/** Makes writes on the account as it is now, each time under a key of its own. */
async function apply(
  accounts: Accounts,
  account: Account,
  ...writes: readonly AccountWrite[]
): Promise<void> {
  const now = await read(accounts, account);
  await accounts.apply(now, writes, `${now.id} at ${now.version}`);
}

async function credentialOf(
  accounts: Accounts,
  { id }: Account,
  type: CredentialType,
): Promise<Credential | null> {
  const found = (await accounts.findCredentials(id)).filter((credential) => credential.type === type);
  ok(found.length <= 1, `There are ${found.length} credentials of the type ${type}.`);
  return found[0] ?? null;
}

async function secretOf(accounts: Accounts, account: Account, type: CredentialType): Promise<string | null> {
  return (await credentialOf(accounts, account, type))?.secret ?? null;
}

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

const credentials: readonly AccountsCase[] = [
  {
    name: "keeps a credential as it is given, one password and one provisional beside it",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await apply(accounts, account, keep({ type: "provisional", secret: "$letter$", expiresAt: at + 90 }));
      await apply(accounts, account, keep({ type: "password", secret: "$first$", expiresAt: at + 90 }));
      await apply(accounts, account, keep({ type: "password", secret: "$second$", createdAt: at + 1 }));
      const password = await credentialOf(accounts, account, "password");
      deepStrictEqual(
        { ...password, id: "" },
        {
          id: "",
          type: "password",
          secret: "$second$",
          lookupKey: null,
          createdAt: at + 1,
          expiresAt: null,
          lastUsedAt: null,
        },
      );
      const letter = await credentialOf(accounts, account, "provisional");
      deepStrictEqual([letter?.secret, letter?.expiresAt], ["$letter$", at + 90]);
      deepStrictEqual((await accounts.findCredentials(account.id)).length, 2);
    },
  },
  {
    name: "removes the credentials of one type, and makes writes in their order",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await apply(
        accounts,
        account,
        keep({ type: "password", secret: "$old$" }),
        keep({ type: "provisional", secret: "$letter$" }),
        { type: "removeCredentials", credentialType: "password" },
      );
      deepStrictEqual(await secretOf(accounts, account, "password"), null);
      deepStrictEqual(await secretOf(accounts, account, "provisional"), "$letter$");
      await apply(
        accounts,
        account,
        { type: "removeCredentials", credentialType: "provisional" },
        keep({ type: "provisional", secret: "$other letter$" }),
      );
      deepStrictEqual(await secretOf(accounts, account, "provisional"), "$other letter$");
    },
  },
  {
    name: "finds an account by any key that its credential may be kept under, and by no other type",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await apply(accounts, account, keep({ type: "franceConnect", lookupKeys: ["today", "before"] }));
      const found = await accounts.findByCredential("franceConnect", ["tomorrow", "today"]);
      deepStrictEqual(found?.account.id, account.id);
      deepStrictEqual(
        [found?.credential.type, found?.credential.lookupKey, found?.credential.secret],
        ["franceConnect", "today", null],
      );
      deepStrictEqual(await accounts.findByCredential("franceConnect", ["before"]), null);
      deepStrictEqual(await accounts.findByCredential("password", ["today"]), null);
      deepStrictEqual(await accounts.findByCredential("franceConnect", []), null);
    },
  },
  {
    name: "lets a key open the account that it was kept for last, and no other",
    async run({ accounts }) {
      const [first, second] = [await accounts.open(claire), await accounts.open(namesake)];
      await apply(accounts, first, keep({ type: "franceConnect", lookupKeys: ["older"] }));
      await apply(accounts, second, keep({ type: "franceConnect", lookupKeys: ["newer", "older"] }));
      deepStrictEqual(await accounts.findCredentials(first.id), []);
      deepStrictEqual(
        (await accounts.findByCredential("franceConnect", ["newer"]))?.account.personId,
        namesake.id,
      );
      deepStrictEqual(await accounts.findByCredential("franceConnect", ["older"]), null);
    },
  },
  {
    name: "notes when a credential was used, and its newer secret or key",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await apply(
        accounts,
        account,
        keep({ type: "password", secret: "$old parameters$" }),
        keep({ type: "franceConnect", lookupKeys: ["old key"] }),
      );
      const password = await credentialOf(accounts, account, "password");
      const identity = await credentialOf(accounts, account, "franceConnect");
      ok(password !== null && identity !== null);
      await accounts.recordUse({ credential: password, at: at + 5, newSecret: "$new parameters$" }, "a");
      await accounts.recordUse({ credential: identity, at: at + 6, newLookupKey: "new key" }, "b");
      const renewed = await credentialOf(accounts, account, "password");
      deepStrictEqual(renewed, { ...password, secret: "$new parameters$", lastUsedAt: at + 5 });
      deepStrictEqual(await accounts.findByCredential("franceConnect", ["old key"]), null);
      const found = await accounts.findByCredential("franceConnect", ["new key"]);
      deepStrictEqual(found?.credential, { ...identity, lookupKey: "new key", lastUsedAt: at + 6 });
    },
  },
  {
    name: "never puts a password back by noting its use after another was chosen",
    async run({ accounts }) {
      const account = await accounts.open(claire);
      await apply(accounts, account, keep({ type: "password", secret: "$old$" }));
      const old = await credentialOf(accounts, account, "password");
      ok(old !== null);
      await apply(accounts, account, keep({ type: "password", secret: "$new$" }));
      await accounts.recordUse({ credential: old, at: at + 5, newSecret: "$old, anew$" }, "a");
      const now = await credentialOf(accounts, account, "password");
      deepStrictEqual([now?.secret, now?.lastUsedAt], ["$new$", null]);
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
export const accountsContract: readonly AccountsCase[] = [...opening, ...credentials, ...changing];
