import { allocateIdentifier, identifierStem, type IdentifierRegistry } from "@educonnect-activation/core";
import type {
  Account,
  AccountWrite,
  Credential,
  CredentialType,
  NewCredential,
  StoredAccounts,
} from "../ports/accounts.ts";
import { untilCommitted } from "../ports/contention.ts";
import { webRandom } from "../ports/random.ts";
import type { Change, Condition, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { createEvenDecrypter } from "../security/even-decrypter.ts";
import { createToken } from "../security/tokens.ts";
import type { Vault } from "../security/vault.ts";
import { createIdentifierRegistry } from "./identifier-registry.ts";

type Row = Tables["accounts"];

const emailPlace = (accountId: string) => ({ table: "accounts", row: accountId, column: "email_encrypted" });

/** The id of a credential of which an account has one: the primary key then keeps it the only one. */
const passwordId = (accountId: string, type: "password" | "provisional"): string => `${accountId}:${type}`;

const isPassword = (type: CredentialType): type is "password" | "provisional" =>
  type === "password" || type === "provisional";

function toCredential(row: Tables["credentials"]): Credential {
  return {
    id: row.id,
    type: row.type,
    secret: row.secret,
    lookupKey: row.lookup_key,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

/** What an account becomes by a write, and what changes beside its row. */
interface Effect {
  readonly set?: Partial<Row>;
  readonly others?: readonly Change[];
}

/**
 * The accounts of a deployment that keeps them in the kit's own store; addresses are encrypted with the field key.
 *
 * @param identifiers - where identifiers are counted and reserved; the store's own register by default
 */
export function createStoredAccounts(
  store: Store,
  vault: Vault,
  random = webRandom,
  identifiers: IdentifierRegistry = createIdentifierRegistry(store),
): StoredAccounts {
  const decryptEvenly = createEvenDecrypter(vault);

  async function toAccount(row: Row): Promise<Account> {
    return {
      id: row.id,
      personId: row.person_id,
      identifier: row.identifier,
      status: row.status,
      email: await decryptEvenly(emailPlace(row.id), row.email_encrypted),
      emailStatus: row.email_status,
      version: row.version,
    };
  }

  async function findOne(where: Condition<Row>): Promise<Account | null> {
    const [row] = await store.find("accounts", { where, limit: 1 });
    if (row) return toAccount(row);
    await decryptEvenly(emailPlace(""), null);
    return null;
  }

  function changesToSave(accountId: string, credential: NewCredential): readonly Change[] {
    const { type, lookupKeys } = credential;
    const row: Tables["credentials"] = {
      id: isPassword(type) ? passwordId(accountId, type) : createToken(random, 16),
      account_id: accountId,
      type,
      secret: credential.secret,
      lookup_key: lookupKeys[0] ?? null,
      created_at: credential.createdAt,
      expires_at: credential.expiresAt,
      last_used_at: null,
    };
    return [
      ...(isPassword(type)
        ? [removal({ id: row.id })]
        : lookupKeys.map((key) => removal({ lookup_key: key }))),
      { type: "insert", table: "credentials", row },
    ];
  }

  async function effectOf({ id, email }: Account, write: AccountWrite): Promise<Effect> {
    switch (write.type) {
      case "saveCredential":
        return { others: changesToSave(id, write.credential) };
      case "removeCredentials":
        return { others: [removal({ account_id: id, type: write.credentialType })] };
      case "activate":
        return {
          set: {
            status: "active",
            activated_at: write.at,
            email_encrypted: write.email === null ? null : await vault.encrypt(emailPlace(id), write.email),
            email_status: write.emailStatus,
          },
          others: [
            removal({ id: passwordId(id, "provisional") }),
            {
              type: "update",
              table: "credentials",
              where: { id: passwordId(id, "password") },
              set: { expires_at: null },
            },
            ...write.children.flatMap((childId) => changesToGrant(id, childId, write.at)),
          ],
        };
      case "confirmEmail":
        return { set: email === write.email ? { email_status: "confirmed" } : {} };
      case "forgetEmail":
        return { set: email === write.email ? { email_encrypted: null, email_status: "none" } : {} };
    }
  }

  async function changesFor(account: Account, writes: readonly AccountWrite[]): Promise<readonly Change[]> {
    const effects = await Promise.all(writes.map((write) => effectOf(account, write)));
    const set = Object.assign({}, ...effects.map((effect) => effect.set), { version: account.version + 1 });
    const where = { id: account.id, version: account.version };
    return [
      { type: "update", table: "accounts", where, set, expect: 1 },
      ...effects.flatMap(({ others = [] }) => others),
    ];
  }

  function newRow(personId: string): Row {
    return {
      id: createToken(random, 16),
      person_id: personId,
      identifier: null,
      status: "pending",
      email_encrypted: null,
      email_status: "none",
      activated_at: null,
      version: 0,
    };
  }

  const changesToRecordUse: StoredAccounts["changesToRecordUse"] = ({
    credential: { id, secret, lookupKey },
    at,
    newSecret,
    newLookupKey,
  }) => [
    {
      type: "update",
      table: "credentials",
      where: { id, secret, lookup_key: lookupKey },
      set: {
        last_used_at: at,
        ...(newSecret !== undefined && { secret: newSecret }),
        ...(newLookupKey !== undefined && { lookup_key: newLookupKey }),
      },
    },
  ];

  return {
    find: (id) => findOne({ id }),
    findByIdentifier: (identifier) => findOne({ identifier }),
    findByPerson: (personId) => findOne({ person_id: personId }),

    async findByCredential(type, lookupKeys) {
      for (const key of lookupKeys) {
        const [row] = await store.find("credentials", { where: { lookup_key: key, type } });
        const account = row && (await findOne({ id: row.account_id }));
        if (account) return { account, credential: toCredential(row) };
      }
      return null;
    },

    async findCredentials(accountId) {
      const rows = await store.find("credentials", { where: { account_id: accountId } });
      return rows.map(toCredential);
    },

    /** Of two requests at once one commits; what the other reserved is nobody's for ever. */
    open: (person) =>
      untilCommitted(async () => {
        const [row] = await store.find("accounts", { where: { person_id: person.id } });
        if (row !== undefined && row.identifier !== null) return toAccount(row);
        const { identifier } = await allocateIdentifier(identifierStem(person), identifiers, random);
        const set = { identifier, version: (row?.version ?? 0) + 1 };
        const opened = { ...(row ?? newRow(person.id)), ...set };
        const change: Change = row
          ? { type: "update", table: "accounts", where: { id: row.id, version: row.version }, set, expect: 1 }
          : { type: "insert", table: "accounts", row: opened };
        return (await store.commit([change])).committed ? toAccount(opened) : null;
      }),

    changesFor,
    changesToRecordUse,

    /** Writes state what shall be, so making them again changes nothing, whatever the key; a lost race is run again on what is there by then. */
    async apply({ id }, writes) {
      await untilCommitted(async () => {
        const account = await findOne({ id });
        if (account === null) return true;
        return (await store.commit(await changesFor(account, writes))).committed ? true : null;
      });
    },

    async recordUse(use) {
      await store.commit(changesToRecordUse(use));
    },
  };
}

function removal(where: Condition<Tables["credentials"]>): Change {
  return { type: "delete", table: "credentials", where };
}

function changesToGrant(accountId: string, childId: string, at: number): readonly Change[] {
  const id = `${accountId}:${childId}`;
  return [
    { type: "delete", table: "account_children", where: { id } },
    {
      type: "insert",
      table: "account_children",
      row: { id, account_id: accountId, child_id: childId, confirmed_at: at },
    },
  ];
}
