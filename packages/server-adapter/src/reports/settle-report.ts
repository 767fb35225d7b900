import type { Store } from "../ports/store.ts";

/** The report that a school has seen to. */
export interface ReportToSettle {
  readonly id: string;
  /** The school that says so; a report of another one stays as it is. */
  readonly schoolId: string | null;
  /** Epoch seconds. */
  readonly at: number;
}

/**
 * Marks a report as seen to. It opens again when the guardian gives the same answer later, and is gone once the child is confirmed.
 *
 * @returns whether it was open, and this school's; of two who settle it at once, one is told so.
 * @throws {StoreUnavailableError} while the store can't be reached.
 */
export async function settleReport(store: Store, { id, schoolId, at }: ReportToSettle): Promise<boolean> {
  const where = { id, school_id: schoolId, settled_at: null };
  const result = await store.commit([
    { type: "update", table: "reports", where, set: { settled_at: at }, expect: 1 },
  ]);
  return result.committed;
}
