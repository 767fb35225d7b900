import { mobilePurpose } from "../directory/stored-directory.ts";
import { untilCommitted } from "../ports/contention.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { VaultError, type Place, type Vault, type VaultErrorCode } from "../security/vault.ts";

/** A text that no key of the ring decrypts in its place; it was left as it is. */
export interface UnreadableText extends Place {
  readonly code: VaultErrorCode;
}

/** What a reencrypting came to. */
export interface ReencryptReport {
  /** Rows encrypted again, by table. */
  readonly reencrypted: { readonly people: number; readonly accounts: number };
  readonly unreadable: readonly UnreadableText[];
}

/** A text after it was looked at; `text` only when it was encrypted again. */
interface Renewed {
  readonly encrypted: string | null;
  readonly text: string | null;
}

const pageSize = 200;

/**
 * Encrypts again, with the current key, what is kept for long and was encrypted with an older one: the contacts and dates of people and the mails of
 * accounts; look-up keys of numbers are made again from the numbers (ASVS 11.2.2, 13.3.4).
 *
 * Call it once every process has the new key. Goes page by page, each in one commit that yields to changes made meanwhile, so that it may be
 * stopped, repeated, and run beside the servers. What lives for days at most is left to end by itself; look-up keys of FranceConnect
 * identities can't be made again, since nothing says whose they are.
 *
 * @param vault of a ring that still has the older keys in `previous`.
 * @throws {StoreUnavailableError} while the store can't be reached; what was done stays done.
 */
export async function reencryptStore(store: Store, vault: Vault): Promise<ReencryptReport> {
  const unreadable: UnreadableText[] = [];

  async function renew(found: UnreadableText[], place: Place, encrypted: string | null): Promise<Renewed> {
    if (encrypted === null || vault.isCurrent(encrypted)) return { encrypted, text: null };
    try {
      const text = await vault.decrypt(place, encrypted);
      return { encrypted: await vault.encrypt(place, text), text };
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      found.push({ ...place, code: error.code });
      return { encrypted, text: null };
    }
  }

  async function changePerson(row: Tables["people"], found: UnreadableText[]): Promise<Change[]> {
    const { id, mobile_encrypted, email_encrypted, birth_date_encrypted } = row;
    const place = (column: string): Place => ({ table: "people", row: id, column });
    const mobile = await renew(found, place("mobile_encrypted"), mobile_encrypted);
    const email = await renew(found, place("email_encrypted"), email_encrypted);
    const birthDate = await renew(found, place("birth_date_encrypted"), birth_date_encrypted);
    if ([mobile, email, birthDate].every(({ text }) => text === null)) return [];
    const mobile_key =
      mobile.text === null ? row.mobile_key : await vault.lookupKey(mobilePurpose, mobile.text);
    const where = { id, mobile_encrypted, email_encrypted, birth_date_encrypted };
    const set = {
      mobile_key,
      mobile_encrypted: mobile.encrypted,
      email_encrypted: email.encrypted,
      birth_date_encrypted: birthDate.encrypted,
    };
    return [{ type: "update", table: "people", where, set, expect: 1 }];
  }

  async function changeAccount(row: Tables["accounts"], found: UnreadableText[]): Promise<Change[]> {
    const { id, email_encrypted } = row;
    const email = await renew(
      found,
      { table: "accounts", row: id, column: "email_encrypted" },
      email_encrypted,
    );
    if (email.text === null) return [];
    const set = { email_encrypted: email.encrypted };
    return [{ type: "update", table: "accounts", where: { id, email_encrypted }, set, expect: 1 }];
  }

  /** Goes through a table by its ids; a page that somebody changed meanwhile is read again. */
  async function walk<Row extends { readonly id: string }>(
    readPage: (from: { readonly id?: { readonly above: string } }) => Promise<readonly Row[]>,
    change: (row: Row, found: UnreadableText[]) => Promise<Change[]>,
  ): Promise<number> {
    let reencrypted = 0;
    let from: { readonly id?: { readonly above: string } } = {};
    for (;;) {
      const page = await untilCommitted(async () => {
        const rows = await readPage(from);
        const found: UnreadableText[] = [];
        const changes = (await Promise.all(rows.map((row) => change(row, found)))).flat();
        const { committed } = await store.commit(changes);
        return committed ? { last: rows.at(-1), found, count: changes.length } : null;
      });
      if (page.last === undefined) return reencrypted;
      reencrypted += page.count;
      unreadable.push(...page.found);
      from = { id: { above: page.last.id } };
    }
  }

  const page = { orderBy: "id", limit: pageSize } as const;
  const people = await walk((where) => store.find("people", { where, ...page }), changePerson);
  const accounts = await walk((where) => store.find("accounts", { where, ...page }), changeAccount);
  return { reencrypted: { people, accounts }, unreadable };
}
