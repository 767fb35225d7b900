import type { Report, ReportKind, StoredReports } from "../ports/reports.ts";
import type { Change, Store } from "../ports/store.ts";

/** There is one report of a kind per guardian and child; this is its key. */
const reportId = (personId: string, childId: string, kind: ReportKind) => `${personId}:${childId}:${kind}`;

function changesFor({ kind, personId, childId, schoolId, at }: Report): Change[] {
  const id = reportId(personId, childId, kind);
  const row = { id, at, kind, person_id: personId, child_id: childId, school_id: schoolId };
  return [
    { type: "delete", table: "reports", where: { id } },
    { type: "insert", table: "reports", row },
  ];
}

/** The reports of a deployment that keeps them in the kit's own store, where `readReports` finds them for a school. */
export function createStoredReports(store: Store): StoredReports {
  const changesToRecord: StoredReports["changesToRecord"] = (reports) => reports.flatMap(changesFor);

  const changesToWithdraw: StoredReports["changesToWithdraw"] = (personId, childIds) =>
    childIds.map((childId) => ({
      type: "delete",
      table: "reports",
      where: { person_id: personId, child_id: childId },
    }));

  /** The changes state what shall be, so making them again changes nothing; a commit is lost only to another that inserts the same report. */
  async function commit(changes: readonly Change[]): Promise<void> {
    while (changes.length > 0 && !(await store.commit(changes)).committed);
  }

  return {
    changesToRecord,
    changesToWithdraw,
    record: (reports) => commit(changesToRecord(reports)),
    withdraw: (personId, childIds) => commit(changesToWithdraw(personId, childIds)),
  };
}
