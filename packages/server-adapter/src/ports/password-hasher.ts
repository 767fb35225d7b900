import { ActivationError } from "@educonnect-activation/core";

/**
 * Hashes and checks passwords, away from the event loop.
 *
 * Passwords arrive in NFC; none is changed or cut short. Safe to call concurrently: work beyond what may wait is refused at once, so
 * that an overload costs nothing but a retry.
 */
export interface PasswordHasher {
  /**
   * @returns a PHC string
   * @throws {HasherBusyError} when too many are waiting
   */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one of this PHC string; of any format the implementation imports, not only the one it writes.
   *
   * @throws {HasherBusyError} when too many are waiting
   * @throws {PasswordHashError} when the string can't be read, or asks for more than the server will spend
   */
  verify(phc: string, password: string): Promise<boolean>;
  /** Whether a hash just verified should be replaced, because its algorithm or parameters are not today's. */
  needsRehash(phc: string): boolean;
}

/** So many hashes are waiting that another one would not be done in reasonable time: 503 with `Retry-After`. */
export class HasherBusyError extends ActivationError {
  override readonly name = "HasherBusyError";
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("hasher_busy", `too many passwords are waiting to be hashed; try again in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A stored hash that can't be checked: `password_hash_unknown` is a format not imported, `password_hash_invalid` a damaged or excessive one. */
export class PasswordHashError extends ActivationError {
  override readonly name = "PasswordHashError";
  declare readonly code: "password_hash_unknown" | "password_hash_invalid";

  constructor(
    code: "password_hash_unknown" | "password_hash_invalid",
    message: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}
