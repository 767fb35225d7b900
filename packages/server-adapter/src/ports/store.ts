import type { Tables, TableName } from "./tables.ts";

/** A bound: `atMost` includes it, `above` does not. Nulls are outside every bound. */
export type Bound<Value> = { readonly atMost: Value } | { readonly above: Value };

/** What a row must be like: equal to each value (null is equal to null), or within a bound. */
export type Condition<Row> = {
  readonly [Column in keyof Row]?: Row[Column] | Bound<NonNullable<Row[Column]>>;
};

/**
 * Which rows to read: those that meet `where`, in the order of a column, at most `limit` of them.
 *
 * In ascending order nulls come first, text goes by code point and equals go by primary key; descending is exactly the reverse. Without
 * `orderBy` there is no order.
 */
export interface Query<Name extends TableName> {
  readonly where: Condition<Tables[Name]>;
  readonly orderBy?: keyof Tables[Name] & string;
  /** False by default; only together with `orderBy`. */
  readonly descending?: boolean;
  readonly limit?: number;
}

type NumberColumn<Row> = { [Column in keyof Row]: Row[Column] extends number ? Column : never }[keyof Row];

/**
 * Which rows to take for oneself, and how taking marks them: of those that meet `where` the first `limit` in ascending order of `orderBy`.
 *
 * `set` must make a row miss `where`, or the next claim takes it again; it can't change the primary key or a unique column.
 */
export interface Claim<Name extends TableName> {
  readonly where: Condition<Tables[Name]>;
  readonly orderBy: keyof Tables[Name] & string;
  readonly limit: number;
  readonly set: Partial<Tables[Name]>;
  /** A column that grows by one in each row taken. */
  readonly increment?: NumberColumn<Tables[Name]> & string;
}

/**
 * One change, as data.
 *
 * `insert` fails when a row with the same key, or the same value in a unique column, is there; so does an `update` that would make two rows
 * the same there. `update` and `delete` touch every row that meets `where`; with `expect` (one or more), they fail unless they touch exactly
 * that many, which is how a stale revision or a second consumer loses. An expectation may miss a row that a concurrent commit inserts:
 * what must be there only once is kept so by a key or a unique column.
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
export type CommitResult =
  | { readonly committed: true }
  | { readonly committed: false; readonly failedAt: number };

/**
 * Where everything is kept: typed tables, read by condition and changed by lists of changes.
 *
 * Concurrency, which every implementation passes the published suite for: `commit` makes all its changes or none, as one
 * transaction, durable when it resolves; of two commits whose expectations exclude one another exactly one wins and the other resolves to
 * `committed: false`, whatever the number of processes. `find` sees every commit resolved before it was called. `claim` gives a row to one
 * caller, whatever the number of processes, and passes over rows that others are changing at that moment instead of waiting for them.
 *
 * @throws {TypeError} for a name or value the tables can't have: text with U+0000 or a lone surrogate, a key or an indexed text of
 * more than 600 UTF-16 units, a number that is not whole or is beyond
 * 2^53 − 1, a column missing from an inserted row.
 * @throws {StoreUnavailableError} from any method while the database can't be reached, or once closed; the caller may try again.
 * @throws {CommitOutcomeUnknownError} (a StoreUnavailableError) from `commit` when the connection broke as it was confirmed.
 */
export interface Store {
  find<Name extends TableName>(table: Name, query: Query<Name>): Promise<Tables[Name][]>;
  commit(changes: readonly Change[]): Promise<CommitResult>;
  /**
   * Takes rows and gives them back as they are from then on, in no order; durable when it resolves.
   *
   * Fewer than `limit` means that no more could be had now. When it throws, rows may have been taken all the same: whatever a claim sets
   * must end by itself.
   */
  claim<Name extends TableName>(table: Name, claim: Claim<Name>): Promise<Tables[Name][]>;
  /** Resolves while the store can serve. */
  ping(): Promise<void>;
  /** Waits for what is under way; may be called again. */
  close(): Promise<void>;
}
