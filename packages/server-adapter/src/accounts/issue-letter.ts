import { ActivationError, generateProvisionalPassword, type RandomSource } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import { isStored, type AccountWrite, type Accounts } from "../ports/accounts.ts";
import { systemClock, type Clock } from "../ports/clock.ts";
import { untilCommitted } from "../ports/contention.ts";
import type { Directory } from "../ports/directory.ts";
import type { PasswordHasher } from "../ports/password-hasher.ts";
import { webRandom } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import { createToken } from "../security/tokens.ts";

/** What a letter is issued with. */
export interface LetterIssuer {
  /** Who may get a letter. */
  readonly directory: Directory;
  /** Where its password is kept as a hash. */
  readonly accounts: Accounts;
  /** Where activations under way end, and where the audit trail is. */
  readonly store: Store;
  readonly passwordHasher: PasswordHasher;
  readonly clock?: Clock;
  readonly random?: RandomSource;
  /** Days the provisional password is valid; 90 by default. */
  readonly validDays?: number;
}

/** What is printed on a letter; this is the only time the password is in clear. */
export interface IssuedLetter {
  readonly accountId: string;
  /** In lower case; `formatIdentifier` writes it as the letter shows it. */
  readonly identifier: string;
  readonly provisionalPassword: string;
  /** When the password ends (epoch seconds). */
  readonly expiresAt: number;
}

/** No letter can be issued: `person_unknown`, or `account_active` when the account needs none any more. */
export class LetterError extends ActivationError {
  override readonly name = "LetterError";

  constructor(code: "person_unknown" | "account_active", message: string) {
    super(code, message);
  }
}

const defaultValidDays = 90;
const daySeconds = 86_400;

/**
 * Issues a letter's credentials to a person of the directory; only the password's hash is kept.
 *
 * Issuing again keeps the identifier and ends everything the letter before could open: its password, the one chosen since, and
 * the activation under way. Safe to call concurrently; of two letters for one person the last one committed is valid.
 *
 * Works over any directory and accounts, by their ports alone.
 *
 * @throws {LetterError} when the person is not in the directory or has an active account.
 * @throws {StoreUnavailableError} while one of the ports can't be reached, or others keep changing the same account.
 */
export async function issueLetter(issuer: LetterIssuer, personId: string): Promise<IssuedLetter> {
  const { directory, accounts, store, passwordHasher, clock = systemClock, random = webRandom } = issuer;
  const person = await directory.findPerson(personId);
  if (person === null) throw new LetterError("person_unknown", "The person is not in the directory.");
  const provisionalPassword = generateProvisionalPassword(random);
  const secret = await passwordHasher.hash(provisionalPassword);
  const requestId = createToken(random);
  return untilCommitted(async () => {
    const account = await accounts.open(person);
    if (account.status === "active") {
      throw new LetterError(
        "account_active",
        "The account is active: its password can be reset, not reissued.",
      );
    }
    const at = clock.now();
    const expiresAt = at + (issuer.validDays ?? defaultValidDays) * daySeconds;
    const isFirst = (await accounts.findCredentials(account.id)).length === 0;
    const writes: readonly AccountWrite[] = [
      { type: "removeCredentials", credentialType: "password" },
      {
        type: "saveCredential",
        credential: { type: "provisional", secret, lookupKeys: [], createdAt: at, expiresAt },
      },
    ];
    if (!isStored(accounts)) await accounts.apply(account, writes, requestId);
    const { committed } = await store.commit([
      ...(isStored(accounts) ? await accounts.changesFor(account, writes) : []),
      { type: "delete", table: "flows", where: { person_id: personId } },
      auditEntry(random, at, isFirst ? "letter_issued" : "letter_reissued", personId),
    ]);
    if (!committed) return null;
    return { accountId: account.id, identifier: account.identifier ?? "", provisionalPassword, expiresAt };
  });
}
