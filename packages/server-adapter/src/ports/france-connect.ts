import { ActivationError } from "@educonnect-activation/core";

/** Where to send the browser, and what to keep until it comes back. */
export interface FranceConnectRequest {
  /** Absolute URL of the provider's sign-in page. */
  readonly location: string;
  /** Sent along and given back by the provider; single use, at least 22 characters, names the attempt. */
  readonly state: string;
  /** Opaque text (nonce, verifier…) for `complete`; to be kept encrypted, never shown to the browser. */
  readonly pending: string;
}

/** The civil-status identity that FranceConnect vouches for; texts are in NFC and bounded. */
export interface FranceConnectIdentity {
  readonly issuer: string;
  /** Pairwise: another relying party sees another one for the same person. */
  readonly subject: string;
  /** All given names, separated by spaces; empty when the person has none. */
  readonly givenName: string;
  /** The birth name. */
  readonly familyName: string;
  /** The usage name. */
  readonly preferredUsername: string | null;
  /** `YYYY-MM-DD`, whose month and day may be `00` when civil status does not know them ("1985-00-00"). */
  readonly birthDate: string | null;
  readonly email: string | null;
  /** For `logoutLocation` alone; to be kept encrypted. */
  readonly idToken: string;
}

/** Signing in at FranceConnect v2; all methods are safe to call concurrently. */
export interface FranceConnect {
  /** @throws {FranceConnectError} `unavailable` when the provider can't be reached, `refused` when what it publishes can't be trusted. */
  begin(): Promise<FranceConnectRequest>;
  /**
   * Checks what the provider answered and reads the identity.
   *
   * Whoever calls has found `pending` by `state` and consumed both: an answer is completed once.
   *
   * @param callback the query string the browser brought back, with or without `?`
   * @param state the one that `begin` gave, as it was kept
   * @param pending the text that `begin` gave beside it
   * @throws {FranceConnectError} `cancelled` by the person, `unavailable` for now, or `refused`: the answer can't be trusted
   */
  complete(callback: string, state: string, pending: string): Promise<FranceConnectIdentity>;
  /**
   * Where to send the browser to end the session at FranceConnect too; the age of `idToken` does not matter.
   *
   * @throws {FranceConnectError} `unavailable` when the provider can't be reached
   */
  logoutLocation(idToken: string, state: string): Promise<string>;
}

/**
 * A sign-in at FranceConnect that came to nothing.
 *
 * `reason` is stable snake_case without personal data or tokens, for logs and audit; `cause` may quote the provider and is never logged.
 */
export class FranceConnectError extends ActivationError {
  override readonly name = "FranceConnectError";
  declare readonly code: "cancelled" | "unavailable" | "refused";
  readonly reason: string;

  constructor(code: "cancelled" | "unavailable" | "refused", reason: string, options?: ErrorOptions) {
    super(code, `FranceConnect sign-in ${code}: ${reason}`, options);
    this.reason = reason;
  }
}
