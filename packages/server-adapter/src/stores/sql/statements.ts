import { type Kysely, type SqlBool, sql } from "kysely";
import type { CheckedChange, CheckedClaim, CheckedQuery, Term, Value } from "../checked-request.ts";
import { tableNamed } from "../schema.ts";
import { type AnyTables, type Dialect, createSqlBuilder } from "./dialect.ts";

/** SQL text of one shape; the same object each time, so engines can keep what they prepared beside it. */
export interface Statement {
  /** Short and unlike any other's in this process. */
  readonly name: string;
  readonly text: string;
}

/** A statement and the values of its placeholders, in order. */
export interface BoundStatement {
  readonly statement: Statement;
  readonly parameters: Value[];
}

/** Turns checked requests into SQL. */
export interface Statements {
  find(query: CheckedQuery): BoundStatement;
  change(change: CheckedChange): BoundStatement;
  claim(claim: CheckedClaim): BoundStatement;
}

/** A shape of request as far as it is known: the statement it makes if it ends here, and how it may go on. */
interface Shape {
  statement: Statement | undefined;
  readonly next: Map<string, Shape>;
}

/**
 * Creates the query layer of one engine: the text of each shape (table, columns, comparisons) is built once and kept, after which
 * a request costs a few look-ups and its list of values. There are as many shapes as the code has kinds of requests.
 */
export function createStatements(dialect: Dialect): Statements {
  const builder = createSqlBuilder(dialect);
  const shapes: Shape = { statement: undefined, next: new Map() };
  let kept = 0;

  function statementOf(shape: Shape, build: () => string): Statement {
    shape.statement ??= { name: `educonnect_${(kept += 1)}`, text: build() };
    return shape.statement;
  }

  return {
    find(query) {
      const { table, terms, orderBy, isDescending, limit } = query;
      const parameters: Value[] = [];
      let shape = bindTerms(goOn(goOn(shapes, "find"), table), terms, parameters);
      if (orderBy !== undefined)
        shape = goOn(goOn(shape, isDescending ? "order by, descending" : "order by"), orderBy);
      if (limit !== undefined) shape = goOn(goOn(shape, "limit"), String(limit));
      return { statement: statementOf(shape, () => findText(builder, query)), parameters };
    },

    change(change) {
      const parameters: Value[] = [];
      let shape = goOn(goOn(shapes, change.type), change.table);
      if (change.type === "insert") {
        for (const column in tableNamed(change.table).columns) parameters.push(change.row[column] ?? null);
      } else {
        if (change.type === "update") {
          for (const column in change.set) {
            shape = goOn(shape, column);
            parameters.push(change.set[column] ?? null);
          }
          shape = goOn(shape, "where");
        }
        shape = bindTerms(shape, change.terms, parameters);
      }
      return { statement: statementOf(shape, () => changeText(builder, change)), parameters };
    },

    claim(claim) {
      const { table, terms, orderBy, limit, set, increment } = claim;
      const parameters: Value[] = [];
      let shape = bindTerms(goOn(goOn(shapes, "claim"), table), terms, parameters);
      parameters.push(limit);
      shape = goOn(goOn(shape, "order by"), orderBy);
      for (const column in set) {
        shape = goOn(shape, column);
        parameters.push(set[column] ?? null);
      }
      if (increment !== undefined) shape = goOn(goOn(shape, "increment"), increment);
      return { statement: statementOf(shape, () => claimText(dialect, builder, claim)), parameters };
    },
  };
}

/** Joined into one text, the parts of a shape would be hashed anew for each request; each alone was hashed before. */
function goOn(shape: Shape, part: string): Shape {
  const known = shape.next.get(part);
  if (known !== undefined) return known;
  const made: Shape = { statement: undefined, next: new Map() };
  shape.next.set(part, made);
  return made;
}

function bindTerms(from: Shape, terms: readonly Term[], parameters: Value[]): Shape {
  let shape = from;
  for (const term of terms) {
    if (term.operator !== "isNull") parameters.push(term.value);
    shape = goOn(goOn(shape, term.column), term.operator);
  }
  return shape;
}

function findText(builder: Kysely<AnyTables>, query: CheckedQuery): string {
  const { table, terms, orderBy, isDescending, limit } = query;
  let select = builder.selectFrom(table).select(Object.keys(tableNamed(table).columns));
  if (terms.length > 0) select = select.where(conditionOf(terms));
  if (orderBy !== undefined) select = select.orderBy(orderOf(table, orderBy, isDescending));
  // Written out, and so part of the shape: SQLite prepares a query anew each time whose limit is a value to bind. Limits come from the code alone.
  if (limit !== undefined) select = select.limit(sql.lit(limit));
  return select.compile().sql;
}

/** NULLS FIRST is SQLite's own order; said only where there can be nulls, for an index in PostgreSQL must say it too. */
function orderOf(table: string, orderBy: string, isDescending: boolean) {
  const { columns, primaryKey } = tableNamed(table);
  const direction = isDescending ? sql` desc` : sql``;
  const nulls = isDescending ? sql` nulls last` : sql` nulls first`;
  const first = sql`${sql.ref(orderBy)}${direction}${columns[orderBy]?.nullable === true ? nulls : sql``}`;
  return orderBy === primaryKey ? first : sql`${first}, ${sql.ref(primaryKey)}${direction}`;
}

/** The rows are chosen, and in PostgreSQL locked, before any is changed; SQLite changes one database at a time anyway. */
function claimText(
  dialect: Dialect,
  builder: Kysely<AnyTables>,
  { table, terms, orderBy, set, increment }: CheckedClaim,
): string {
  const { columns, primaryKey } = tableNamed(table);
  const key = sql.ref(primaryKey);
  const where = terms.length > 0 ? sql` where ${conditionOf(terms)}` : sql``;
  const locking = dialect === "postgres" ? sql` for update skip locked` : sql``;
  const assignments = Object.keys(set).map((column) => sql`${sql.ref(column)} = ${0}`);
  if (increment !== undefined) {
    const column = sql.ref(increment);
    assignments.push(sql`${column} = ${column} + 1`);
  }
  return sql`with taken as materialized (
    select ${key} from ${sql.table(table)}${where} order by ${orderOf(table, orderBy, false)} limit ${0}${locking}
  ) update ${sql.table(table)} set ${sql.join(assignments)} where ${key} in (select ${key} from taken)
  returning ${sql.join(Object.keys(columns).map((column) => sql.ref(column)))}`.compile(builder).sql;
}

function changeText(builder: Kysely<AnyTables>, change: CheckedChange): string {
  switch (change.type) {
    case "insert": {
      const names = Object.keys(tableNamed(change.table).columns);
      const row = Object.fromEntries(names.map((name) => [name, change.row[name] ?? null]));
      // A conflict is an answer, not an error: it neither ends the transaction nor puts the row into the server's log.
      const insert = builder.insertInto(change.table).columns(names).values(placeholders(row));
      return insert.onConflict((conflict) => conflict.doNothing()).compile().sql;
    }
    case "update": {
      const update = builder.updateTable(change.table).set(placeholders(change.set));
      return (change.terms.length > 0 ? update.where(conditionOf(change.terms)) : update).compile().sql;
    }
    default: {
      const deletion = builder.deleteFrom(change.table);
      return (change.terms.length > 0 ? deletion.where(conditionOf(change.terms)) : deletion).compile().sql;
    }
  }
}

/** Kysely writes a null out instead of binding it, so none may reach it: the text is kept for other values. */
function placeholders(row: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.keys(row).map((name) => [name, 0]));
}

function conditionOf(terms: readonly Term[]) {
  return sql.join<SqlBool>(
    terms.map((term) => {
      const column = sql.ref(term.column);
      switch (term.operator) {
        case "isNull":
          return sql`${column} is null`;
        case "atMost":
          return sql`${column} <= ${term.value}`;
        case "above":
          return sql`${column} > ${term.value}`;
        default:
          return sql`${column} = ${term.value}`;
      }
    }),
    sql` and `,
  );
}
