import type { Row, Term, Value } from "../checked-request.ts";
import type { Table } from "../schema.ts";

/** Orders the values of one column as SQLite and PostgreSQL do: nulls first, numbers by size, text by code point. */
export function compareValues(left: Value, right: Value): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === "string" && typeof right === "string") return compareCodePoints(left, right);
  return left < right ? -1 : 1;
}

/** `<` compares UTF-16 units, which puts U+10000 and above before U+E000; UTF-8, and so the databases, does not. */
function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const leftUnit = left.charCodeAt(index);
    const rightUnit = right.charCodeAt(index);
    if (leftUnit !== rightUnit) return rank(leftUnit) - rank(rightUnit);
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** One table in memory, with a hash index on its primary key, each unique column and the first column of each index. */
export class MemoryTable {
  readonly primaryKey: string;
  /** Value → the only row that has it; nulls are not kept. */
  readonly #uniques = new Map<string, Map<Value, Row>>();
  /** Value → the rows that have it. */
  readonly #indexes = new Map<string, Map<Value, Set<Row>>>();
  readonly #rows = new Map<Value, Row>();

  constructor(table: Table) {
    this.primaryKey = table.primaryKey;
    this.#uniques.set(table.primaryKey, this.#rows);
    for (const [name, column] of Object.entries(table.columns)) {
      if (column.unique === true) this.#uniques.set(name, new Map());
    }
    for (const [first] of table.indexes) {
      if (first !== undefined) this.#indexes.set(first, new Map());
    }
  }

  /** Adds a row, unless its key or the value of a unique column is there. */
  add(row: Row): boolean {
    for (const [column, rows] of this.#uniques) {
      if (rows.has(valueOf(row, column))) return false;
    }
    for (const [column, rows] of this.#uniques) {
      const value = valueOf(row, column);
      if (value !== null) rows.set(value, row);
    }
    for (const [column, index] of this.#indexes) {
      const value = valueOf(row, column);
      const rows = index.get(value);
      if (rows === undefined) index.set(value, new Set([row]));
      else rows.add(row);
    }
    return true;
  }

  remove(row: Row): void {
    for (const [column, rows] of this.#uniques) rows.delete(valueOf(row, column));
    for (const [column, index] of this.#indexes) {
      const value = valueOf(row, column);
      const rows = index.get(value);
      rows?.delete(row);
      if (rows?.size === 0) index.delete(value);
    }
  }

  /** The rows that meet every term, in no order. */
  select(terms: readonly Term[]): Row[] {
    const selected: Row[] = [];
    for (const row of this.#candidates(terms)) {
      if (terms.every((term) => meets(row, term))) selected.push(row);
    }
    return selected;
  }

  #candidates(terms: readonly Term[]): Iterable<Row> {
    for (const term of terms) {
      const rows = term.operator === "equal" ? this.#uniques.get(term.column) : undefined;
      if (rows !== undefined && term.operator === "equal") {
        const row = rows.get(term.value);
        return row === undefined ? [] : [row];
      }
    }
    for (const term of terms) {
      const index = this.#indexes.get(term.column);
      if (index === undefined) continue;
      if (term.operator === "equal") return index.get(term.value) ?? [];
      if (term.operator === "isNull") return index.get(null) ?? [];
    }
    return this.#rows.values();
  }
}

function meets(row: Row, term: Term): boolean {
  const value = valueOf(row, term.column);
  switch (term.operator) {
    case "isNull":
      return value === null;
    case "equal":
      return value === term.value;
    case "atMost":
      return value !== null && compareValues(value, term.value) <= 0;
    default:
      return value !== null && compareValues(value, term.value) > 0;
  }
}

function valueOf(row: Row, column: string): Value {
  return row[column] ?? null;
}
