import { untilCommitted } from "../ports/contention.ts";
import type { Report, ReportKind, StoredReports } from "../ports/reports.ts";
import type { Change, Store } from "../ports/store.ts";

/** Every kind of report. */
const reportKinds: readonly ReportKind[] = ["refused", "unrecorded"];

/**
 * The key of a report in the store: there is one of a kind per guardian and child, whatever signs their ids hold, and one more of who may
 * only bear the guardian's name.
 */
function reportId(personId: string, childId: string, kind: ReportKind, isIdentitySure: boolean): string {
  const parts = [personId, childId, kind, ...(isIdentitySure ? [] : ["unsure"])];
  return parts.map(encodeURIComponent).join(":");
}

function changesFor({ kind, personId, childId, schoolId, at, isIdentitySure }: Report): Change[] {
  const id = reportId(personId, childId, kind, isIdentitySure);
  return [
    { type: "delete", table: "reports", where: { id } },
    {
      type: "insert",
      table: "reports",
      row: {
        id,
        at,
        kind,
        person_id: personId,
        child_id: childId,
        school_id: schoolId,
        identity: isIdentitySure ? "sure" : "unsure",
        settled_at: null,
      },
    },
  ];
}

/** The reports of a deployment that keeps them in the kit's own store, where `readReports` finds them for a school. */
export function createStoredReports(store: Store): StoredReports {
  const changesToRecord: StoredReports["changesToRecord"] = (reports) => reports.flatMap(changesFor);

  const changesToWithdraw: StoredReports["changesToWithdraw"] = (personId, childIds) =>
    childIds.flatMap((childId) =>
      reportKinds.flatMap((kind) =>
        [true, false].map((isIdentitySure): Change => {
          const id = reportId(personId, childId, kind, isIdentitySure);
          return { type: "delete", table: "reports", where: { id } };
        }),
      ),
    );

  /** The changes say what shall be, so making them again changes nothing; a commit loses only to one that inserts the same report. */
  async function commit(changes: readonly Change[]): Promise<void> {
    await untilCommitted(async () => ((await store.commit(changes)).committed ? true : null));
  }

  return {
    changesToRecord,
    changesToWithdraw,
    record: (reports) => commit(changesToRecord(reports)),
    withdraw: (personId, childIds) => commit(changesToWithdraw(personId, childIds)),
  };
}
