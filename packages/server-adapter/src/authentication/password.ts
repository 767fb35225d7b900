import {
  normalizePassword,
  normalizeProvisionalPassword,
  parseIdentifier,
} from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import { Refusal, refuseBusy, refuseUntil } from "../refusal.ts";
import { currentPassword, type Account, type CredentialUse } from "../ports/accounts.ts";
import { HasherBusyError } from "../ports/password-hasher.ts";
import type { Change } from "../ports/store.ts";
import { createProof, type Proof } from "./proof.ts";
import { createToken } from "../security/tokens.ts";

/** An account whose password was right. */
export interface VerifiedAccount {
  readonly account: Account;
  readonly proof: Proof;
  /** What was compared, as it was read: what follows holds only while it is still the account's. */
  readonly use: CredentialUse;
  /** The failures to forget, in the commit that signs in. */
  readonly changes: readonly Change[];
}

const decoys = new WeakMap<object, Promise<string>>();

/** A hash that nothing matches, with today's parameters; made once for each hasher. */
function decoyHash({ passwordHasher, random }: Environment): Promise<string> {
  let decoy = decoys.get(passwordHasher);
  if (decoy === undefined) {
    decoy = passwordHasher.hash(createToken(random));
    decoys.set(passwordHasher, decoy);
    decoy.catch(() => decoys.delete(passwordHasher));
  }
  return decoy;
}

/** One budget per account; what is nobody's has one by what was typed, so that one person's slips lock nobody else. */
async function budgetKey({ vault }: Environment, account: Account | null, typed: string): Promise<string> {
  const unknown = await vault.lookupKey("unknown-identifier", typed);
  return `password:${account?.id ?? unknown}`;
}

/** The password under today's parameters, when its hash has older ones; a busy hasher leaves that to another day. */
async function rehash(
  { passwordHasher }: Environment,
  hash: string,
  password: string,
): Promise<Pick<CredentialUse, "newSecret">> {
  if (!passwordHasher.needsRehash(hash)) return {};
  try {
    return { newSecret: await passwordHasher.hash(password) };
  } catch (error) {
    if (error instanceof HasherBusyError) return {};
    throw error;
  }
}

/**
 * Checks an identifier and a password under the account's budget; an unknown identifier costs the same work and gets the same answer.
 *
 * @throws {Refusal} `address_refused` for a flood from one address, `credentials_refused`, or `credentials_locked` with the seconds to wait.
 * @throws {HasherBusyError} when too many passwords wait to be checked; the attempt is not counted then.
 */
export async function verifyPassword(
  environment: Environment,
  typedIdentifier: string,
  typedPassword: string,
  clientAddress: string | null,
): Promise<VerifiedAccount> {
  const { accounts, passwordRateLimit, attempts, passwordHasher, policy, clock, logger } = environment;
  const refusedUntil = await passwordRateLimit.lockedUntil(clientAddress);
  if (refusedUntil !== null) {
    logger.log("warn", "address_refused");
    throw refuseUntil("address_refused", refusedUntil, clock.now());
  }
  const parsed = parseIdentifier(typedIdentifier);
  const identifier = "identifier" in parsed ? parsed.identifier : typedIdentifier;
  const account = await accounts.findByIdentifier(identifier);
  // An unknown identifier costs the same read, for the credentials of no account.
  const credential = currentPassword(await accounts.findCredentials(account?.id ?? ""));
  const hash = credential?.secret ?? null;
  const isProvisional = credential?.type === "provisional";
  const password = isProvisional
    ? normalizeProvisionalPassword(typedPassword)
    : normalizePassword(typedPassword);
  const decoy = await decoyHash(environment);
  const key = await budgetKey(environment, account, identifier);
  const comparison = await attempts.compare(key, policy.failures.login, () =>
    passwordHasher.verify(hash ?? decoy, password),
  );
  if (!comparison.isAllowed) {
    logger.log("warn", "sign_in_locked");
    throw refuseUntil("credentials_locked", comparison.until, clock.now());
  }
  if (account === null || credential === null || hash === null || !comparison.isRight) {
    logger.log("info", "sign_in_refused");
    await passwordRateLimit.countFailure(clientAddress);
    throw new Refusal("credentials_refused");
  }
  const renewed = isProvisional ? {} : await rehash(environment, hash, password);
  const at = clock.now();
  return {
    account,
    proof: createProof(isProvisional ? "letter" : "password", account.personId, at),
    use: { credential, at, ...renewed },
    changes: attempts.changesToForget(key),
  };
}

/**
 * Reads a verified account again, after somebody else has changed it.
 *
 * @throws {Refusal} `server_busy` when the password that was compared is no longer its own.
 */
export async function readAgain(
  { accounts }: Environment,
  verified: VerifiedAccount,
): Promise<VerifiedAccount> {
  const account = await accounts.find(verified.account.id);
  const credential = currentPassword(await accounts.findCredentials(verified.account.id));
  if (account === null || credential?.secret !== verified.use.credential.secret) throw refuseBusy();
  return { ...verified, account };
}
