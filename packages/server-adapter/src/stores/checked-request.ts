import { type Column, INDEXED_TEXT_LIMIT, type KnownTable, tableNamed } from "./schema.ts";

/** What a column holds. */
export type Value = string | number | null;

/** A row as stores pass it on inside; every column of its table is there. */
export type Row = Readonly<Record<string, Value>>;

/** One thing a row must meet. */
export type Term =
  | {
      readonly column: string;
      readonly operator: "equal" | "atMost" | "above";
      readonly value: string | number;
    }
  | { readonly column: string; readonly operator: "isNull" };

/** A query whose every name and value has been checked. */
export interface CheckedQuery {
  readonly table: string;
  readonly terms: readonly Term[];
  readonly orderBy: string | undefined;
  readonly isDescending: boolean;
  readonly limit: number | undefined;
}

/** A claim whose every name and value has been checked. */
export interface CheckedClaim {
  readonly table: string;
  readonly terms: readonly Term[];
  readonly orderBy: string;
  readonly limit: number;
  readonly set: Row;
  readonly increment: string | undefined;
}

/** A change whose every name and value has been checked. */
export type CheckedChange =
  | { readonly type: "insert"; readonly table: string; readonly row: Row }
  | {
      readonly type: "update";
      readonly table: string;
      readonly terms: readonly Term[];
      readonly set: Row;
      readonly expect: number | undefined;
    }
  | {
      readonly type: "delete";
      readonly table: string;
      readonly terms: readonly Term[];
      readonly expect: number | undefined;
    };

interface LooseQuery {
  readonly where: object;
  readonly orderBy?: string;
  readonly descending?: boolean;
  readonly limit?: number;
}

interface LooseClaim {
  readonly where: object;
  readonly orderBy: string;
  readonly limit: number;
  readonly set: object;
  readonly increment?: string;
}

type LooseChange =
  | { readonly type: "insert"; readonly table: string; readonly row: object }
  | {
      readonly type: "update";
      readonly table: string;
      readonly where: object;
      readonly set: object;
      readonly expect?: number;
    }
  | { readonly type: "delete"; readonly table: string; readonly where: object; readonly expect?: number };

/**
 * Checks a query, so that every store refuses the same ones.
 *
 * @throws {TypeError} if a name or a value is not one the table can have.
 */
export function checkQuery(tableName: string, query: LooseQuery): CheckedQuery {
  const table = tableNamed(tableName);
  const { orderBy, descending = false, limit } = query;
  if (orderBy !== undefined) columnNamed(tableName, table, orderBy);
  if (typeof descending !== "boolean" || (descending && orderBy === undefined)) {
    throw new TypeError("Only an order by a column can be descending.");
  }
  if (limit !== undefined) checkLimit(limit);
  const terms = checkTerms(tableName, table, query.where);
  return { table: tableName, terms, orderBy, isDescending: descending, limit };
}

/**
 * Checks a claim, so that every store refuses the same ones.
 *
 * @throws {TypeError} if a name or a value is not one the table can have, or a key or a unique column would be changed.
 */
export function checkClaim(tableName: string, claim: LooseClaim): CheckedClaim {
  const table = tableNamed(tableName);
  const { orderBy, limit, increment } = claim;
  columnNamed(tableName, table, orderBy);
  checkLimit(limit);
  const set = checkSet(tableName, table, claim.set);
  if (increment !== undefined) {
    const { type, nullable } = columnNamed(tableName, table, increment);
    if (type !== "integer" || nullable === true || Object.hasOwn(set, increment)) {
      throw new TypeError(`${tableName}.${increment} is no column that a claim can count in.`);
    }
  }
  for (const name of [...Object.keys(set), increment ?? ""]) {
    if (name === table.primaryKey || table.columns[name]?.unique === true) {
      throw new TypeError(`${tableName}.${name} tells rows apart, and can't be set in several.`);
    }
  }
  return {
    table: tableName,
    terms: checkTerms(tableName, table, claim.where),
    orderBy,
    limit,
    set,
    increment,
  };
}

function checkLimit(limit: number): void {
  if (!(Number.isSafeInteger(limit) && limit >= 0)) {
    throw new TypeError("A limit must be a whole number, zero or more.");
  }
}

/**
 * Checks a change, so that every store refuses the same ones.
 *
 * @throws {TypeError} if a name or a value is not one the table can have.
 */
export function checkChange(change: LooseChange): CheckedChange {
  const table = tableNamed(change.table);
  switch (change.type) {
    case "insert":
      return { type: "insert", table: change.table, row: checkRow(change.table, table, change.row) };
    case "update":
      return {
        type: "update",
        table: change.table,
        terms: checkTerms(change.table, table, change.where),
        set: checkSet(change.table, table, change.set),
        expect: checkExpected(change.expect),
      };
    case "delete":
      return {
        type: "delete",
        table: change.table,
        terms: checkTerms(change.table, table, change.where),
        expect: checkExpected(change.expect),
      };
    default:
      throw new TypeError("A change must be an insert, an update or a delete.");
  }
}

function columnNamed(tableName: string, table: KnownTable, name: string): Column {
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
  if (column === undefined) throw new TypeError(`The table "${tableName}" has no column "${name}".`);
  return column;
}

function checkRow(tableName: string, table: KnownTable, row: object): Row {
  const checked = checkSet(tableName, table, row);
  for (const name in table.columns) {
    if (!Object.hasOwn(checked, name)) throw new TypeError(`${tableName}.${name} is missing.`);
  }
  return checked;
}

function checkSet(tableName: string, table: KnownTable, set: object): Row {
  const checked: Record<string, Value> = {};
  const values: Readonly<Record<string, unknown>> = { ...set };
  let count = 0;
  for (const name in values) {
    const value = values[name];
    const column = columnNamed(tableName, table, name);
    if (value === null) {
      if (column.nullable !== true) throw new TypeError(`${tableName}.${name} can't be null.`);
      checked[name] = null;
    } else {
      checked[name] = checkValue(tableName, name, column, value);
      if (typeof value === "string" && value.length > INDEXED_TEXT_LIMIT && table.indexedColumns.has(name)) {
        throw new TypeError(`${tableName}.${name} must have at most ${INDEXED_TEXT_LIMIT} UTF-16 units.`);
      }
    }
    count += 1;
  }
  if (count === 0) throw new TypeError("There must be a value to write.");
  return checked;
}

function checkTerms(tableName: string, table: KnownTable, where: object): Term[] {
  return Object.entries(where).map(([name, condition]: [string, unknown]): Term => {
    const column = columnNamed(tableName, table, name);
    if (condition === null) return { column: name, operator: "isNull" };
    if (typeof condition !== "object") {
      return { column: name, operator: "equal", value: checkValue(tableName, name, column, condition) };
    }
    const [bound, ...others] = Object.entries(condition);
    if (bound === undefined || others.length > 0 || (bound[0] !== "atMost" && bound[0] !== "above")) {
      throw new TypeError(`${tableName}.${name} must be compared with a value, null, or one bound.`);
    }
    return { column: name, operator: bound[0], value: checkValue(tableName, name, column, bound[1]) };
  });
}

/** PostgreSQL keeps neither U+0000 nor half a surrogate pair in text, and no engine a fraction in a whole number. */
function checkValue(tableName: string, name: string, column: Column, value: unknown): string | number {
  if (column.type === "text") {
    if (typeof value !== "string") throw new TypeError(`${tableName}.${name} must be text.`);
    if (value.includes("\0")) throw new TypeError(`${tableName}.${name} must not contain U+0000.`);
    if (!value.isWellFormed()) {
      throw new TypeError(`${tableName}.${name} must be well-formed Unicode, without lone surrogates.`);
    }
    return value;
  }
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new TypeError(`${tableName}.${name} must be a whole number between −(2^53 − 1) and 2^53 − 1.`);
  }
  // No engine keeps the sign of −0.
  return value === 0 ? 0 : value;
}

function checkExpected(expect: number | undefined): number | undefined {
  if (expect !== undefined && !(Number.isSafeInteger(expect) && expect >= 1)) {
    throw new TypeError("What is expected must be one row or more.");
  }
  return expect;
}
