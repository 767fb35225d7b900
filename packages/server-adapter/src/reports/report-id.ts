import type { ReportKind } from "../ports/reports.ts";

/** Every kind of report. */
export const reportKinds: readonly ReportKind[] = ["refused", "unrecorded"];

/** The key of a report in the store: there is one of a kind per guardian and child, whatever signs their ids hold. */
export function reportId(personId: string, childId: string, kind: ReportKind): string {
  return [personId, childId, kind].map(encodeURIComponent).join(":");
}
