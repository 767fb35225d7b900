import type { Report } from "../../src/ports/reports.ts";
import type { Store } from "../../src/ports/store.ts";

/** Reads every report of a store that no school has settled. */
export async function readOpenReports(store: Store): Promise<Report[]> {
  const rows = await store.find("reports", { where: { settled_at: null } });
  return rows.map(({ kind, person_id, child_id, school_id, at, identity }) => {
    return {
      kind,
      personId: person_id,
      childId: child_id,
      schoolId: school_id,
      at,
      isIdentitySure: identity === "sure",
    };
  });
}
