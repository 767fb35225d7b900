import type { Change } from "../ports/store.ts";
import type { FlowPerson } from "./flow-person.ts";

type Kind = "refused" | "unrecorded";

/** Tells the school which children were refused or can't be confirmed: once each, however often the answer is given. */
export async function reportChildren(
  flowPerson: FlowPerson,
  reported: Readonly<Record<Kind, readonly string[]>>,
  at: number,
): Promise<readonly Change[]> {
  const person = await flowPerson.person();
  const schools = new Map((await flowPerson.children()).map((child) => [child.id, child.schoolId]));
  const report = (kind: Kind, childId: string): Change[] => {
    const id = `${person.id}:${childId}:${kind}`;
    const school_id = schools.get(childId) ?? null;
    return [
      { type: "delete", table: "reports", where: { id } },
      {
        type: "insert",
        table: "reports",
        row: { id, at, kind, person_id: person.id, child_id: childId, school_id, settled_at: null },
      },
    ];
  };
  return [
    ...reported.refused.flatMap((childId) => report("refused", childId)),
    ...reported.unrecorded.flatMap((childId) => report("unrecorded", childId)),
  ];
}

/** Takes back what was reported of children who turned out to be the person's own: a wrong tap is no news for the school. */
export function withdrawReports(personId: string, childIds: readonly string[]): readonly Change[] {
  return childIds.map((childId) => ({
    type: "delete",
    table: "reports",
    where: { person_id: personId, child_id: childId },
  }));
}
