import { ActivationError } from "@educonnect-activation/core";

/** The database can't be reached or is out of space; nothing was changed, and the same call may be made again. */
export class StoreUnavailableError extends ActivationError {
  override readonly name: string = "StoreUnavailableError";

  constructor(message: string, options?: ErrorOptions & { readonly code?: string }) {
    super(options?.code ?? "store_unavailable", message, options);
  }
}

/**
 * The connection broke while a commit was being confirmed, and the database can't be asked what became of it.
 *
 * The changes are there in full or not at all. Making the same commit again is safe when it inserts a key or expects a
 * revision: if the first took place, the second resolves to `committed: false`.
 */
export class CommitOutcomeUnknownError extends StoreUnavailableError {
  override readonly name = "CommitOutcomeUnknownError";

  constructor(options?: ErrorOptions) {
    super("The connection broke during a commit whose outcome could not be learnt.", {
      ...options,
      code: "commit_outcome_unknown",
    });
  }
}

/** The database was migrated by a later version of the kit, which this one must not write to. */
export class StoreTooNewError extends ActivationError {
  override readonly name = "StoreTooNewError";

  constructor(unknownMigration: string) {
    super(
      "store_too_new",
      `The database carries the migration "${unknownMigration}", which this version of the kit does not know: run the later version.`,
    );
  }
}

/** What the store is made with is missing here; another runtime, or another store, is needed. */
export class StoreUnsupportedError extends ActivationError {
  override readonly name = "StoreUnsupportedError";

  constructor(message: string, options?: ErrorOptions) {
    super("store_unsupported", message, options);
  }
}
