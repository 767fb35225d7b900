import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { BoundStatement, Statement } from "../sql/statements.ts";
import { openSqlite } from "./open-sqlite.ts";

/** How long SQLite itself waits for another process's commit, which stops the event loop meanwhile; longer waits are the caller's. */
const LOCK_WAIT_MS = 10;

/** One connection to a database file, with its statements prepared once. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<Statement, StatementSync>();

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

  execute(text: string): void {
    this.#database.exec(text);
  }

  all({ statement, parameters }: BoundStatement): Record<string, unknown>[] {
    return this.#prepare(statement)
      .all(...parameters)
      .map((row) => ({ ...row }));
  }

  /** How many rows it touched. */
  run({ statement, parameters }: BoundStatement): number {
    return Number(this.#prepare(statement).run(...parameters).changes);
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(statement: Statement): StatementSync {
    const known = this.#prepared.get(statement);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(statement.text);
    this.#prepared.set(statement, prepared);
    return prepared;
  }
}
