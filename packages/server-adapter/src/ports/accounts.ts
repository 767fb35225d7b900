import type { Person } from "./directory.ts";
import type { Change } from "./store.ts";

/** An account, from the letter to the active state. */
export interface Account {
  readonly id: string;
  readonly personId: string;
  /** In lower case (`c.martin42`); null until one is reserved. */
  readonly identifier: string | null;
  readonly status: "pending" | "active";
  /** The letter's password as a PHC string, and when it ends (epoch seconds); null when none was issued or one was chosen. */
  readonly provisionalHash: string | null;
  readonly provisionalExpiresAt: number | null;
  /** The chosen password as a PHC string. */
  readonly passwordHash: string | null;
  readonly email: string | null;
  readonly emailStatus: "none" | "pending" | "confirmed";
  readonly version: number;
}

/** One change to an account, as data. */
export type AccountWrite =
  | { readonly type: "savePassword"; readonly hash: string }
  /** The same password under newer parameters; ignored when another was chosen meanwhile. */
  | { readonly type: "rehashPassword"; readonly hash: string }
  /** Nobody signs in with a password any more; one chosen later is another. */
  | { readonly type: "forgetPassword" }
  | {
      readonly type: "activate";
      readonly at: number;
      readonly children: readonly string[];
      readonly email: string | null;
      readonly emailStatus: "none" | "pending" | "confirmed";
    }
  | { readonly type: "confirmEmail" }
  | { readonly type: "forgetEmail" };

/**
 * The accounts: who may sign in, with what.
 *
 * Strangers choose whom `findByIdentifier` and `findByPerson` are asked after. An implementation does the same work for nobody as for an
 * account of any status; else the time it takes tells who is known.
 *
 * @throws {StoreUnavailableError} from any method while the accounts can't be reached.
 */
export interface Accounts {
  /** `identifier` in lower case. */
  findByIdentifier(identifier: string): Promise<Account | null>;
  findByPerson(personId: string): Promise<Account | null>;
  find(accountId: string): Promise<Account | null>;
  /**
   * Finds the person's account, or opens one that is pending; either way it has its identifier afterwards.
   *
   * A pending account without a password lets nobody in. Called again, or by two requests at once, it opens one account; an
   * identifier once reserved for a person is never given to anybody else.
   */
  open(person: Person): Promise<Account>;
  /**
   * Makes the writes on an account. It can't share the flow's transaction, so it runs before it and may be called again with
   * the same `idempotencyKey`: the second call changes nothing.
   */
  apply(account: Account, writes: readonly AccountWrite[], idempotencyKey: string): Promise<void>;
}

/** Accounts kept in the same store as the flows, whose changes join the flow's transaction instead. */
export interface StoredAccounts extends Accounts {
  /**
   * The changes that make the writes; they fail, and the whole commit with them, when the account has changed meanwhile. Without any
   * write they only tie the commit to the account as it was read: of two such commits one loses.
   */
  changesFor(account: Account, writes: readonly AccountWrite[]): Promise<readonly Change[]>;
}

/** Tells accounts that can join a transaction. */
export function isStored(accounts: Accounts): accounts is StoredAccounts {
  return "changesFor" in accounts;
}
