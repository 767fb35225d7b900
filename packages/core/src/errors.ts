/**
 * The base of every error that the kit throws, with a stable `code` to switch on.
 *
 * The `message` is for developers; texts for people are in the catalogues. A caller's mistake (a wrong argument) is a
 * `TypeError` instead.
 */
export class ActivationError extends Error {
  override readonly name: string = "ActivationError";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Thrown for a stored state that this version of the kit cannot read. */
export class SnapshotError extends ActivationError {
  override readonly name = "SnapshotError";

  constructor(code: "snapshot_version_unknown" | "snapshot_malformed", message: string) {
    super(code, message);
  }
}
