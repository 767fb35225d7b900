import { StoreUnavailableError } from "../ports/store-errors.ts";
import type { Change, Claim, CommitResult, Query, Store } from "../ports/store.ts";
import type { TableName, Tables } from "../ports/tables.ts";
import {
  type CheckedChange,
  type CheckedClaim,
  type CheckedQuery,
  checkChange,
  checkClaim,
  checkQuery,
} from "./checked-request.ts";
import { type ReadRow, areRowsOf } from "./rows-of.ts";

/** What an engine does, once names and values are known to be good. */
export interface StoreEngine {
  /** Rows may not be shared with what the engine keeps. */
  find(query: CheckedQuery): ReadRow[] | Promise<ReadRow[]>;
  /** `changes` is never empty. */
  commit(changes: readonly CheckedChange[]): CommitResult | Promise<CommitResult>;
  claim(claim: CheckedClaim): ReadRow[] | Promise<ReadRow[]>;
  ping(): void | Promise<void>;
  /** Called once. */
  close(): void | Promise<void>;
}

/** Makes a `Store` of an engine: checks what it is asked, so that all stores refuse alike, and refuses everything once closed. */
export function createCheckedStore(engine: StoreEngine): Store {
  let closing: Promise<void> | undefined;

  function refuseWhenClosed(): void {
    if (closing !== undefined) throw new StoreUnavailableError("The store is closed.");
  }

  function rowsOf<Name extends TableName>(table: Name, rows: ReadRow[]): Tables[Name][] {
    if (!areRowsOf(table, rows)) {
      throw new Error(`The database holds other columns in "${table}" than it should.`);
    }
    return rows;
  }

  return {
    async find<Name extends TableName>(table: Name, query: Query<Name>): Promise<Tables[Name][]> {
      const checked = checkQuery(table, query);
      refuseWhenClosed();
      return rowsOf(table, await engine.find(checked));
    },

    async commit(changes: readonly Change[]): Promise<CommitResult> {
      const checked = changes.map((change) => checkChange(change));
      refuseWhenClosed();
      return checked.length === 0 ? { committed: true } : await engine.commit(checked);
    },

    async claim<Name extends TableName>(table: Name, claim: Claim<Name>): Promise<Tables[Name][]> {
      const checked = checkClaim(table, claim);
      refuseWhenClosed();
      return rowsOf(table, await engine.claim(checked));
    },

    async ping() {
      refuseWhenClosed();
      await engine.ping();
    },

    async close() {
      closing ??= Promise.resolve(engine.close());
      await closing;
    },
  };
}
