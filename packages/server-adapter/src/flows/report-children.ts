import type { Report, ReportKind } from "../ports/reports.ts";
import type { FlowPerson } from "./flow-person.ts";

/** What a school should know of an answer: which children were refused, and which it has to confirm itself. */
export async function reportChildren(
  flowPerson: FlowPerson,
  reported: Readonly<Record<ReportKind, readonly string[]>>,
  at: number,
  isIdentitySure: boolean,
): Promise<readonly Report[]> {
  const { id: personId } = await flowPerson.person();
  const schools = new Map((await flowPerson.children()).map((child) => [child.id, child.schoolId]));
  const reportsOf = (kind: ReportKind) =>
    reported[kind].map((childId) => ({
      kind,
      personId,
      childId,
      schoolId: schools.get(childId) ?? null,
      at,
      isIdentitySure,
    }));
  return [...reportsOf("refused"), ...reportsOf("unrecorded")];
}
