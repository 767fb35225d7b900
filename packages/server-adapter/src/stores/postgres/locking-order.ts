import type { CheckedChange, Value } from "../checked-request.ts";
import { tableNamed } from "../schema.ts";

/**
 * Gives the places of a commit's changes in an order in which no two commits wait for one another's rows.
 *
 * Table by table, since changes of one never depend on another's; within a table by primary key, where every change updates or deletes one
 * named row and no unique column. Elsewhere a table's changes stay as they were, and PostgreSQL breaks what deadlocks are left after 1 s.
 */
export function lockingOrder(changes: readonly CheckedChange[]): number[] {
  const places = [...changes.keys()];
  if (changes.length < 2) return places;
  const tables = new Map<string, number[]>();
  for (const [place, change] of changes.entries()) {
    const group = tables.get(change.table);
    if (group === undefined) tables.set(change.table, [place]);
    else group.push(place);
  }
  return [...tables.keys()].sort().flatMap((table) => {
    const group = tables.get(table) ?? [];
    const rows = new Map(group.map((place) => [place, rowOf(changes[place])]));
    if (group.some((place) => rows.get(place) === undefined)) return group;
    return group.sort((left, right) => order(rows.get(left), rows.get(right)) || left - right);
  });
}

/** The primary key of the only row a change can touch, unless it could come into another row's way. */
function rowOf(change: CheckedChange | undefined): Value | undefined {
  if (change === undefined || change.type === "insert") return undefined;
  const { primaryKey, columns } = tableNamed(change.table);
  if (change.type === "update") {
    for (const column in change.set) {
      if (column === primaryKey || columns[column]?.unique === true) return undefined;
    }
  }
  for (const term of change.terms) {
    if (term.column === primaryKey && term.operator === "equal") return term.value;
  }
  return undefined;
}

function order(left: Value | undefined, right: Value | undefined): number {
  if (left === right) return 0;
  return `${left}` < `${right}` ? -1 : 1;
}
