import { deepStrictEqual } from "node:assert/strict";
import type { CommitResult, Query, Store } from "../../ports/store.ts";
import type { TableName, Tables } from "../../ports/tables.ts";

/** What a case is run on. */
export interface StoreUnderTest {
  /** Empty. */
  readonly store: Store;
  /** Opens the same data once more, as another process would; whoever made the store closes it. */
  readonly open?: () => Promise<Store>;
}

/** One requirement; `run` rejects where it is not met. */
export interface StoreCase {
  readonly name: string;
  readonly run: (subject: StoreUnderTest) => Promise<void>;
}

export const committed: CommitResult = { committed: true };

export function failedAt(place: number): CommitResult {
  return { committed: false, failedAt: place };
}

/** Tells whether a promise was refused as a caller's mistake. */
export function isMistake(error: unknown): boolean {
  return error instanceof TypeError;
}

export async function expectRows<Name extends TableName>(
  store: Store,
  table: Name,
  query: Query<Name>,
  rows: readonly Tables[Name][],
): Promise<void> {
  deepStrictEqual(await store.find(table, query), rows);
}

/** The store itself and, where there can be one, a second one over the same data, as of another process. */
export async function handles({ store, open }: StoreUnderTest): Promise<readonly [Store, Store]> {
  return [store, open === undefined ? store : await open()];
}
