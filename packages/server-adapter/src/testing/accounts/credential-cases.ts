import { deepStrictEqual, ok } from "node:assert/strict";
import {
  type AccountsCase,
  apply,
  at,
  claire,
  credentialOf,
  keep,
  namesake,
  secretOf,
} from "./accounts-case.ts";

export const credentialCases: readonly AccountsCase[] = [
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
