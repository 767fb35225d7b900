import type { CommitResult, Store } from "../../ports/store.ts";
import type { CheckedChange, CheckedQuery, Row } from "../checked-request.ts";
import { createCheckedStore } from "../create-checked-store.ts";
import { SCHEMA, tableNamed } from "../schema.ts";
import { compareValues } from "./memory-table.ts";
import { MemoryTable } from "./memory-table.ts";

interface Undo {
  readonly table: MemoryTable;
  readonly row: Row;
  readonly was: "added" | "removed";
}

/**
 * Keeps everything in this process's memory: for tests and demonstrations, in a page too.
 *
 * Passes the same suite as the databases, except that nothing outlives the process. Look-ups by primary key, unique column and the
 * first column of an index cost the same whatever the number of rows; bounds and orders go through the rows that the equalities leave.
 */
export function createMemoryStore(): Store {
  const tables = new Map(
    Object.keys(SCHEMA).map((name): [string, MemoryTable] => [name, new MemoryTable(tableNamed(name))]),
  );

  function table(name: string): MemoryTable {
    const found = tables.get(name);
    if (found === undefined) throw new TypeError(`There is no table "${name}".`);
    return found;
  }

  return createCheckedStore({
    find(query) {
      return select(table(query.table), query).map((row) => Object.assign({}, row));
    },
    commit(changes): CommitResult {
      const undos: Undo[] = [];
      const failedAt = changes.findIndex((change) => !apply(table(change.table), change, undos));
      if (failedAt === -1) return { committed: true };
      for (const undo of undos.reverse()) {
        if (undo.was === "added") undo.table.remove(undo.row);
        else undo.table.add(undo.row);
      }
      return { committed: false, failedAt };
    },
    claim({ table: name, terms, orderBy, limit, set, increment }) {
      const claimed = table(name);
      const rows = select(claimed, { table: name, terms, orderBy, isDescending: false, limit });
      return rows.map((row) => {
        const taken: Row = {
          ...row,
          ...set,
          ...(increment !== undefined && { [increment]: Number(row[increment]) + 1 }),
        };
        claimed.remove(row);
        claimed.add(taken);
        return { ...taken };
      });
    },
    ping() {},
    close() {
      tables.clear();
    },
  });
}

function select(table: MemoryTable, query: CheckedQuery): Row[] {
  const rows = table.select(query.terms);
  const { orderBy, isDescending, limit } = query;
  if (orderBy !== undefined) {
    const by = (column: string, left: Row, right: Row): number =>
      compareValues(left[column] ?? null, right[column] ?? null);
    rows.sort((left, right) => by(orderBy, left, right) || by(table.primaryKey, left, right));
    if (isDescending) rows.reverse();
  }
  return limit === undefined ? rows : rows.slice(0, limit);
}

/** Makes one change and notes how to undo it; tells whether it could be made. */
function apply(table: MemoryTable, change: CheckedChange, undos: Undo[]): boolean {
  const add = (row: Row): boolean => {
    if (!table.add(row)) return false;
    undos.push({ table, row, was: "added" });
    return true;
  };
  if (change.type === "insert") return add({ ...change.row });
  const rows = table.select(change.terms);
  if (change.expect !== undefined && rows.length !== change.expect) return false;
  for (const row of rows) {
    table.remove(row);
    undos.push({ table, row, was: "removed" });
  }
  return change.type === "delete" || rows.every((row) => add({ ...row, ...change.set }));
}
