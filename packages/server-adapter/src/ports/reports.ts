import type { Change } from "./store.ts";

/** Why a school should look at a child and a guardian: the guardian refused the child, or no date is recorded to check an answer by. */
export type ReportKind = "refused" | "unrecorded";

/** One thing for a school to look at. */
export interface Report {
  readonly kind: ReportKind;
  /** The guardian whose answer it was. */
  readonly personId: string;
  readonly childId: string;
  /** The child's school, which the report is for; null when the directory names none. */
  readonly schoolId: string | null;
  /** When the answer was given (epoch seconds). */
  readonly at: number;
  /** False when it may have been somebody else's of the guardian's name, come by FranceConnect (decisions/0053): the school should ask first. */
  readonly isIdentitySure: boolean;
}

/**
 * Where schools learn what activations found wrong in their directory.
 *
 * There is one report of a kind per guardian and child, however often the answer is given, and another while it is not sure who gave it:
 * neither takes the other's place. Both methods can't share the flow's
 * transaction, so they run before it and may be called again with the same `idempotencyKey`: the second call changes nothing.
 *
 * @throws {StoreUnavailableError} from any method while the reports can't be reached.
 */
export interface Reports {
  /** Tells the schools; one that was there already is brought up to date, and open again. */
  record(reports: readonly Report[], idempotencyKey: string): Promise<void>;
  /** Takes back whatever was reported of these children by this guardian: a wrong tap is no news for the school. */
  withdraw(personId: string, childIds: readonly string[], idempotencyKey: string): Promise<void>;
}

/** Reports kept in the same store as the flows, whose changes join the flow's transaction instead. */
export interface StoredReports extends Reports {
  changesToRecord(reports: readonly Report[]): readonly Change[];
  changesToWithdraw(personId: string, childIds: readonly string[]): readonly Change[];
}

/** Tells reports that can join a transaction. */
export function areStored(reports: Reports): reports is StoredReports {
  return "changesToRecord" in reports && "changesToWithdraw" in reports;
}
