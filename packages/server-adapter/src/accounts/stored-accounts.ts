import type { RandomSource } from "@educonnect-activation/core";
import type { Account, AccountWrite, StoredAccounts } from "../ports/accounts.ts";
import type { Person } from "../ports/directory.ts";
import { webRandom } from "../ports/random.ts";
import type { Change, Condition, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { createEvenDecrypter } from "../security/even-decrypter.ts";
import { createToken } from "../security/tokens.ts";
import type { Vault } from "../security/vault.ts";
import { reserveIdentifier } from "./reserve-identifier.ts";

type Row = Tables["accounts"];

const emailPlace = (accountId: string) => ({ table: "accounts", row: accountId, column: "email_encrypted" });

/** The accounts of a deployment that keeps them in the kit's own store; addresses are sealed with the field key. */
export function createStoredAccounts(
  store: Store,
  vault: Vault,
  random: RandomSource = webRandom,
): StoredAccounts {
  const decryptEvenly = createEvenDecrypter(vault);

  async function toAccount(row: Row): Promise<Account> {
    return {
      id: row.id,
      personId: row.person_id,
      identifier: row.identifier,
      status: row.status,
      provisionalHash: row.provisional_hash,
      provisionalExpiresAt: row.provisional_expires_at,
      passwordHash: row.password_hash,
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

  /** What each write sets on the account's row, and which rows it adds beside it. */
  async function changesOf(
    account: Account,
    write: AccountWrite,
  ): Promise<{ set: Partial<Row>; others?: readonly Change[] }> {
    switch (write.type) {
      case "savePassword":
        // From here on only the chosen password opens the flow (the letter's ends when one is chosen).
        return { set: { password_hash: write.hash, provisional_hash: null } };
      case "rehashPassword":
        return { set: { password_hash: write.hash } };
      case "forgetPassword":
        return { set: { password_hash: null } };
      case "activate":
        return {
          set: {
            status: "active",
            activated_at: write.at,
            provisional_hash: null,
            provisional_expires_at: null,
            email_encrypted:
              write.email === null ? null : await vault.encrypt(emailPlace(account.id), write.email),
            email_status: write.emailStatus,
          },
          others: write.children.flatMap((childId): Change[] => {
            const id = `${account.id}:${childId}`;
            const row = { id, account_id: account.id, child_id: childId, confirmed_at: write.at };
            return [
              { type: "delete", table: "account_children", where: { id } },
              { type: "insert", table: "account_children", row },
            ];
          }),
        };
      case "confirmEmail":
        return { set: { email_status: "confirmed" } };
      case "forgetEmail":
        return { set: { email_encrypted: null, email_status: "none" } };
    }
  }

  async function changesFor(account: Account, writes: readonly AccountWrite[]): Promise<readonly Change[]> {
    const changes = await Promise.all(writes.map((write) => changesOf(account, write)));
    const set = Object.assign({}, ...changes.map((change) => change.set), { version: account.version + 1 });
    return [
      {
        type: "update",
        table: "accounts",
        where: { id: account.id, version: account.version },
        set,
        expect: 1,
      },
      ...changes.flatMap((change) => change.others ?? []),
    ];
  }

  /** Of two requests at once one commits; what the other reserved is nobody's for ever. */
  async function open(person: Person): Promise<Account> {
    for (;;) {
      const [row] = await store.find("accounts", { where: { person_id: person.id } });
      if (row !== undefined && row.identifier !== null) return toAccount(row);
      const identifier = await reserveIdentifier(store, random, person);
      const set = { identifier, version: (row?.version ?? 0) + 1 };
      const opened = { ...(row ?? pendingRow(person.id)), ...set };
      const change: Change = row
        ? {
            type: "update",
            table: "accounts",
            where: { id: row.id, version: row.version },
            set,
            expect: 1,
          }
        : { type: "insert", table: "accounts", row: opened };
      if ((await store.commit([change])).committed) return toAccount(opened);
    }
  }

  function pendingRow(personId: string): Row {
    return {
      id: createToken(random, 16),
      person_id: personId,
      identifier: null,
      status: "pending",
      provisional_hash: null,
      provisional_expires_at: null,
      password_hash: null,
      email_encrypted: null,
      email_status: "none",
      activated_at: null,
      version: 0,
    };
  }

  return {
    open,
    find: (id) => findOne({ id }),
    findByIdentifier: (identifier) => findOne({ identifier }),
    findByPerson: (personId) => findOne({ person_id: personId }),
    changesFor,
    async apply(account, writes) {
      // Writes state what shall be, so making them again changes nothing; a lost race is made again on fresh news.
      for (let current: Account | null = account; current; current = await findOne({ id: account.id })) {
        const isSamePassword = current.passwordHash === account.passwordHash;
        const valid = writes.filter((write) => write.type !== "rehashPassword" || isSamePassword);
        if ((await store.commit(await changesFor(current, valid))).committed) return;
      }
    },
  };
}
