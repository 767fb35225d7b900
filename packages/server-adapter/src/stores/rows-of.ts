import type { TableName, Tables } from "../ports/tables.ts";
import { SCHEMA, tableNamed } from "./schema.ts";

/** A row as an engine reads it, its values not yet known. */
export type ReadRow = Record<string, unknown>;

const columnsOf = new Map(
  Object.keys(SCHEMA).map((name) => [
    name,
    Object.entries(tableNamed(name).columns).map(([column, { type, nullable }]) => ({
      column,
      kind: type === "integer" ? "number" : "string",
      nullable: nullable === true,
    })),
  ]),
);

/** Checks that rows an engine read have the columns of a table, with values of their types. */
export function areRowsOf<Name extends TableName>(
  table: Name,
  rows: ReadRow[],
): rows is (Tables[Name] & ReadRow)[] {
  const columns = columnsOf.get(table) ?? [];
  for (const row of rows) {
    for (const { column, kind, nullable } of columns) {
      const value = row[column];
      if (typeof value !== kind && !(nullable && value === null)) return false;
    }
  }
  return true;
}
