import type { Person } from "./directory.ts";
import type { Change } from "./store.ts";

/** An account, from the letter to the active state. */
export interface Account {
  readonly id: string;
  readonly personId: string;
  /** In lower case (`c.martin42`); null until one is reserved. */
  readonly identifier: string | null;
  readonly status: "pending" | "active";
  readonly email: string | null;
  readonly emailStatus: "none" | "pending" | "confirmed";
  /** Grows with every change to the account or to what opens it. */
  readonly version: number;
}

/**
 * What an account can be opened with: the password its holder chose, the letter's provisional one, a FranceConnect identity.
 *
 * An account has one `password` and one `provisional` at most, and any number of the others.
 */
export type CredentialType = "password" | "provisional" | "franceConnect";

/** One way into an account. */
export interface Credential {
  readonly id: string;
  readonly type: CredentialType;
  /** What a secret is compared with: a PHC string for passwords; null where possession of the key is proved elsewhere. */
  readonly secret: string | null;
  /** A keyed hash by which the account is found; null for what is looked for by identifier. No two credentials of a type share one. */
  readonly lookupKey: string | null;
  /** Epoch seconds, as all instants here. */
  readonly createdAt: number;
  /** From when it opens nothing any more; null for one that lasts. */
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
}

/** A credential to be kept. */
export interface NewCredential extends Pick<Credential, "type" | "secret" | "createdAt" | "expiresAt"> {
  /** The keyed hashes by which the account is to be found, today's first; none for a password. Only the first is kept. */
  readonly lookupKeys: readonly string[];
}

/** A credential that opened its account, and what is brought up to date about it. */
export interface CredentialUse {
  /** As it was read before it was compared. */
  readonly credential: Credential;
  readonly at: number;
  /** The same secret under newer parameters. */
  readonly newSecret?: string;
  /** The same key under a newer master key. */
  readonly newLookupKey?: string;
}

/** One change to an account, as data. */
export type AccountWrite =
  /**
   * Keeps a credential. A `password` or a `provisional` takes the place of the account's one before; a credential with look-up keys takes
   * the place of whatever any of these keys found, in whichever account.
   */
  | { readonly type: "saveCredential"; readonly credential: NewCredential }
  /** Nobody opens the account with a credential of this type any more; one kept later is another. */
  | { readonly type: "removeCredentials"; readonly credentialType: CredentialType }
  /** An active account has no `provisional` credential left, and its password no end. */
  | {
      readonly type: "activate";
      readonly at: number;
      readonly children: readonly string[];
      readonly email: string | null;
      readonly emailStatus: "none" | "pending" | "confirmed";
    }
  /** Confirms the account's address, if it is this one; any other stays as it is. */
  | { readonly type: "confirmEmail"; readonly email: string }
  /** Forgets the account's address, if it is this one; any other stays as it is. */
  | { readonly type: "forgetEmail"; readonly email: string };

/**
 * The accounts: who may sign in, with what.
 *
 * Strangers choose whom `findByIdentifier`, `findByPerson` and `findCredentials` are asked after. An implementation does the same work for
 * nobody as for an account of any status with any credentials; else the time it takes tells who is known.
 *
 * @throws {StoreUnavailableError} from any method while the accounts can't be reached, or while others keep changing the same account.
 */
export interface Accounts {
  /** `identifier` in lower case. */
  findByIdentifier(identifier: string): Promise<Account | null>;
  findByPerson(personId: string): Promise<Account | null>;
  find(accountId: string): Promise<Account | null>;
  /** The account that a look-up key of a credential opens, and that credential; of several keys the first that finds one counts. */
  findByCredential(
    type: CredentialType,
    lookupKeys: readonly string[],
  ): Promise<{ readonly account: Account; readonly credential: Credential } | null>;
  /**
   * Everything the account can be opened with, the expired included, in no order; nothing for an id that is nobody's.
   *
   * Read after the account: what is then built on both fails when either has changed, since each change of a credential raises the version.
   */
  findCredentials(accountId: string): Promise<readonly Credential[]>;
  /**
   * Finds the person's account, or opens one that is pending; either way it has its identifier afterwards.
   *
   * A pending account without a credential lets nobody in. Called again, or by two requests at once, it opens one account; an
   * identifier once reserved for a person is never given to anybody else.
   */
  open(person: Person): Promise<Account>;
  /**
   * Makes the writes on an account, in their order. It can't share the flow's transaction, so it runs before it and may be called again with
   * the same `idempotencyKey`: the second call changes nothing.
   */
  apply(account: Account, writes: readonly AccountWrite[], idempotencyKey: string): Promise<void>;
  /**
   * Notes that a credential opened its account. Changes nothing when the credential is no longer what it was, and makes no other change to
   * the account fail, so that one person can sign in on many devices at once.
   */
  recordUse(use: CredentialUse, idempotencyKey: string): Promise<void>;
}

/** Accounts kept in the same store as the flows, whose changes join the flow's transaction instead. */
export interface StoredAccounts extends Accounts {
  /**
   * The changes that make the writes; they fail, and the whole commit with them, when the account has changed meanwhile. Without any
   * write they only tie the commit to the account as it was read: of two such commits one loses.
   */
  changesFor(account: Account, writes: readonly AccountWrite[]): Promise<readonly Change[]>;
  /** The changes that note a use; they never fail. */
  changesToRecordUse(use: CredentialUse): readonly Change[];
}

/** Tells whether the changes of accounts can join a transaction of the store. */
export function isStored(accounts: Accounts): accounts is StoredAccounts {
  return "changesFor" in accounts;
}

/** The password that counts now: the letter's until one was chosen, then only that one; null for an account without either. */
export function currentPassword(credentials: readonly Credential[]): Credential | null {
  const ofType = (type: CredentialType) => credentials.find((credential) => credential.type === type);
  return ofType("password") ?? ofType("provisional") ?? null;
}
