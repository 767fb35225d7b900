import type { ReportKind } from "../ports/reports.ts";

/** Every kind of report. */
export const reportKinds: readonly ReportKind[] = ["refused", "unrecorded"];

/**
 * The key of a report in the store: there is one of a kind per guardian and child, whatever signs their ids hold, and one more of who may
 * only bear the guardian's name.
 */
export function reportId(
  personId: string,
  childId: string,
  kind: ReportKind,
  isIdentitySure: boolean,
): string {
  const parts = [personId, childId, kind, ...(isIdentitySure ? [] : ["unsure"])];
  return parts.map(encodeURIComponent).join(":");
}
