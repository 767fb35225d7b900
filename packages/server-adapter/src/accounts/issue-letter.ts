import { ActivationError, generateProvisionalPassword, type RandomSource } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import { systemClock, type Clock } from "../ports/clock.ts";
import type { PasswordHasher } from "../ports/password-hasher.ts";
import { webRandom } from "../ports/random.ts";
import type { Change, Store } from "../ports/store.ts";
import { createToken } from "../security/tokens.ts";
import { reserveIdentifier } from "./reserve-identifier.ts";

/** What a letter is issued with. */
export interface LetterIssuer {
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
 * @throws {LetterError} when the person is not in the directory or has an active account.
 */
export async function issueLetter(issuer: LetterIssuer, personId: string): Promise<IssuedLetter> {
  const { store, passwordHasher, clock = systemClock, random = webRandom } = issuer;
  const provisionalPassword = generateProvisionalPassword(random);
  const hash = await passwordHasher.hash(provisionalPassword);
  for (;;) {
    const now = clock.now();
    const expiresAt = now + (issuer.validDays ?? defaultValidDays) * daySeconds;
    const [account] = await store.find("accounts", { where: { person_id: personId } });
    if (account?.status === "active") {
      throw new LetterError(
        "account_active",
        "The account is active: its password can be reset, not reissued.",
      );
    }
    const identifier = account?.identifier ?? (await reserveFor(store, random, personId));
    const accountId = account?.id ?? createToken(random, 16);
    const credentials = {
      identifier,
      provisional_hash: hash,
      provisional_expires_at: expiresAt,
      password_hash: null,
      version: (account?.version ?? 0) + 1,
    };
    const change: Change = account
      ? {
          type: "update",
          table: "accounts",
          where: { id: accountId, version: account.version },
          set: credentials,
          expect: 1,
        }
      : {
          type: "insert",
          table: "accounts",
          row: {
            ...credentials,
            id: accountId,
            person_id: personId,
            status: "pending",
            email_encrypted: null,
            email_status: "none",
            activated_at: null,
          },
        };
    const result = await store.commit([
      change,
      { type: "delete", table: "flows", where: { person_id: personId } },
      auditEntry(random, now, account ? "letter_reissued" : "letter_issued", personId),
    ]);
    if (result.committed) return { accountId, identifier, provisionalPassword, expiresAt };
  }
}

async function reserveFor(store: Store, random: RandomSource, personId: string): Promise<string> {
  const [person] = await store.find("people", { where: { id: personId } });
  if (!person) throw new LetterError("person_unknown", "The person is not in the directory.");
  return reserveIdentifier(store, random, {
    givenName: person.given_name,
    familyName: person.family_name,
  });
}
