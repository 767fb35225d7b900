import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { BoundStatement, Statement } from "../sql/statements.ts";
import { openSqlite } from "./open-sqlite.ts";

/** How long SQLite itself waits for another process's commit, which stops the event loop meanwhile; longer waits are the caller's. */
const LOCK_WAIT_MS = 10;

/** A prepared query, which gives each row as the list of its values, and the names of its columns. */
interface PreparedQuery {
  readonly query: StatementSync;
  readonly columns: readonly string[];
}

/** One connection to a database file, with its statements prepared once. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #queries = new Map<Statement, PreparedQuery>();
  readonly #changes = new Map<Statement | string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * @throws {StoreUnsupportedError} if this Node has no SQLite, or too old a one.
   */
  static async open(path: string): Promise<SqliteConnection> {
    return new SqliteConnection(await openSqlite(path, { timeout: LOCK_WAIT_MS }));
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Runs any text once, several statements included. */
  execute(text: string): void {
    this.#database.exec(text);
  }

  /** Runs one statement without values that comes again and again, such as the beginning of a transaction. */
  repeat(text: string): void {
    let prepared = this.#changes.get(text);
    if (prepared === undefined) {
      prepared = this.#database.prepare(text);
      this.#changes.set(text, prepared);
    }
    prepared.run();
  }

  /** Reads every row of a query, as objects of the caller's. */
  all({ statement, parameters }: BoundStatement): Record<string, unknown>[] {
    const { query, columns } = this.#prepareQuery(statement);
    // Objects of node:sqlite have no prototype, and cost twice as much to make and to copy as lists of values do.
    const found: readonly unknown[] = query.all(...parameters);
    return found.map((values) => toRow(columns, Array.isArray(values) ? values : []));
  }

  /** Makes a change and tells how many rows it touched. */
  run({ statement, parameters }: BoundStatement): number {
    let prepared = this.#changes.get(statement);
    if (prepared === undefined) {
      prepared = this.#database.prepare(statement.text);
      this.#changes.set(statement, prepared);
    }
    return Number(prepared.run(...parameters).changes);
  }

  close(): void {
    this.#queries.clear();
    this.#changes.clear();
    this.#database.close();
  }

  #prepareQuery(statement: Statement): PreparedQuery {
    const known = this.#queries.get(statement);
    if (known !== undefined) return known;
    const query = this.#database.prepare(statement.text);
    query.setReturnArrays(true);
    const prepared = { query, columns: query.columns().map(({ name }) => name) };
    this.#queries.set(statement, prepared);
    return prepared;
  }
}

function toRow(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < columns.length; place += 1) row[columns[place] ?? ""] = values[place];
  return row;
}
