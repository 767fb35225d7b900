import type { Tables, TableName } from "./tables.ts";

/** What a row must be like: equal to each value, or within a bound. */
export type Condition<Row> = {
  readonly [Column in keyof Row]?: Row[Column] | { readonly atMost: NonNullable<Row[Column]> };
};

/** Which rows to read: those that meet `where`, in ascending order of a column, at most `limit` of them. */
export interface Query<Name extends TableName> {
  readonly where: Condition<Tables[Name]>;
  readonly orderBy?: keyof Tables[Name] & string;
  readonly limit?: number;
}

/**
 * One row written, as data.
 *
 * `insert` fails when a row with the same key, or the same value in a unique column, is there. `update` and `delete` touch every row that meets
 * `where`; with `expect`, they fail unless they touch exactly that many, which is how a stale revision or a second consumer loses.
 */
export type Change = {
  [Name in TableName]:
    | { readonly type: "insert"; readonly table: Name; readonly row: Tables[Name] }
    | {
        readonly type: "update";
        readonly table: Name;
        readonly where: Condition<Tables[Name]>;
        readonly set: Partial<Tables[Name]>;
        readonly expect?: number;
      }
    | {
        readonly type: "delete";
        readonly table: Name;
        readonly where: Condition<Tables[Name]>;
        readonly expect?: number;
      };
}[TableName];

/** Whether a commit took place; if not, the place in the list of the change that could not be made. */
export type CommitResult = { readonly committed: true } | { readonly committed: false; readonly failedAt: number };

/**
 * Where everything is kept: typed tables, read by condition and changed by lists of changes.
 *
 * Concurrency, which every implementation passes the published suite for: `commit` makes all its changes or none, as one
 * transaction, durable when it resolves; of two commits whose expectations exclude one another exactly one wins and the other resolves to
 * `committed: false`, whatever the number of processes. `find` sees every commit resolved before it was called.
 *
 * @throws {StoreUnavailableError} from any method while the database can't be reached; the caller may try again.
 */
export interface Store {
  find<Name extends TableName>(table: Name, query: Query<Name>): Promise<Tables[Name][]>;
  commit(changes: readonly Change[]): Promise<CommitResult>;
  /** Resolves while the store can serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
