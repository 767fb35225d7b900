import { ok } from "node:assert/strict";
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

export const at = 1_789_000_000;

/** Somebody to open an account for, and another of the same name. */
export const claire: Person = {
  id: "claire",
  kind: "guardian",
  givenName: "Claire",
  familyName: "Martin",
  birthName: null,
};
export const namesake: Person = { ...claire, id: "other-claire" };

/** The write that keeps a credential. */
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
export async function read(accounts: Accounts, { id }: Account): Promise<Account> {
  const account = await accounts.find(id);
  ok(account !== null, "The account is gone.");
  return account;
}

/** Makes writes on the account as it is now, each time under a key of its own. */
export async function apply(
  accounts: Accounts,
  account: Account,
  ...writes: readonly AccountWrite[]
): Promise<void> {
  const now = await read(accounts, account);
  await accounts.apply(now, writes, `${now.id} at ${now.version}`);
}

export async function credentialOf(
  accounts: Accounts,
  { id }: Account,
  type: CredentialType,
): Promise<Credential | null> {
  const found = (await accounts.findCredentials(id)).filter((credential) => credential.type === type);
  ok(found.length <= 1, `There are ${found.length} credentials of the type ${type}.`);
  return found[0] ?? null;
}

export async function secretOf(
  accounts: Accounts,
  account: Account,
  type: CredentialType,
): Promise<string | null> {
  return (await credentialOf(accounts, account, type))?.secret ?? null;
}
