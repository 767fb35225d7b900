import {
  normalizePassword,
  normalizeProvisionalPassword,
  parseIdentifier,
} from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import { ProblemError } from "../http/problem.ts";
import type { Account, AccountWrite } from "../ports/accounts.ts";
import { HasherBusyError } from "../ports/password-hasher.ts";
import type { Change } from "../ports/store.ts";
import { createToken } from "../security/tokens.ts";

/** An account whose password was right. */
export interface VerifiedAccount {
  readonly account: Account;
  /** The hash that was compared: what follows holds only while it is still the account's. */
  readonly hash: string;
  /** The failures to forget, in the commit that signs in. */
  readonly changes: readonly Change[];
  /** The same password under today's parameters, when its hash has older ones. */
  readonly writes: readonly AccountWrite[];
}

interface Credential {
  readonly hash: string | null;
  readonly isProvisional: boolean;
}

/** Which of an account's passwords counts now: the letter's until one was chosen, then only that one. */
export function credentialOf(account: Account | null): Credential {
  if (account === null) return { hash: null, isProvisional: false };
  if (account.passwordHash !== null) return { hash: account.passwordHash, isProvisional: false };
  return { hash: account.provisionalHash, isProvisional: true };
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
): Promise<readonly AccountWrite[]> {
  if (!passwordHasher.needsRehash(hash)) return [];
  try {
    return [{ type: "rehashPassword", hash: await passwordHasher.hash(password) }];
  } catch (error) {
    if (error instanceof HasherBusyError) return [];
    throw error;
  }
}

/**
 * Checks an identifier and a password under the account's budget; an unknown identifier costs the same work and gets the same answer.
 *
 * @throws {ProblemError} `address_refused` for a flood from one address, `credentials_refused`, or `credentials_locked` with the seconds to wait.
 * @throws {HasherBusyError} when too many passwords wait to be checked; the attempt is not counted then.
 */
export async function verifyPassword(
  environment: Environment,
  typedIdentifier: string,
  typedPassword: string,
  clientAddress: string | null,
): Promise<VerifiedAccount> {
  const { accounts, addressCeiling, attempts, passwordHasher, policy, clock, logger } = environment;
  const refusedUntil = await addressCeiling.lockedUntil(clientAddress);
  if (refusedUntil !== null) {
    logger.log("warn", "address_refused");
    throw new ProblemError("address_refused", { retryAfterSeconds: Math.max(1, refusedUntil - clock.now()) });
  }
  const parsed = parseIdentifier(typedIdentifier);
  const identifier = "identifier" in parsed ? parsed.identifier : typedIdentifier;
  const account = await accounts.findByIdentifier(identifier);
  const { hash, isProvisional } = credentialOf(account);
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
    throw new ProblemError("credentials_locked", {
      retryAfterSeconds: Math.max(1, comparison.until - clock.now()),
    });
  }
  if (account === null || hash === null || !comparison.isRight) {
    logger.log("info", "sign_in_refused");
    await addressCeiling.countFailure(clientAddress);
    throw new ProblemError("credentials_refused");
  }
  const writes = isProvisional ? [] : await rehash(environment, hash, password);
  return { account, hash, changes: attempts.changesToForget(key), writes };
}
