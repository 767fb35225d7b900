import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import type { Vault } from "../security/vault.ts";
import { chainHash, chainStart } from "./chain.ts";

type Row = Tables["audit"];

/** The last link of the chain. */
interface Head {
  readonly position: number;
  readonly hash: string;
}

const batchSize = 200;

async function firstAbove(store: Store, position: number): Promise<Row | undefined> {
  const [row] = await store.find("audit", {
    where: { position: { above: position } },
    orderBy: "position",
    limit: 1,
  });
  return row;
}

/** Finds the last entry in the chain by leaps that double, then halve; a table is only ever read in ascending order. */
async function findHead(store: Store): Promise<Head> {
  let head: Head = { position: 0, hash: chainStart };
  let leap = 1;
  let isGrowing = true;
  while (leap >= 1) {
    const row = await firstAbove(store, head.position + leap - 1);
    if (row && row.position !== null && row.hash !== null) {
      head = { position: row.position, hash: row.hash };
      if (isGrowing) leap *= 2;
    } else {
      isGrowing = false;
      leap = leap === 1 ? 0 : Math.floor(leap / 2);
    }
  }
  return head;
}

/**
 * Chains the audit entries that are not in the chain yet, each by a keyed hash over itself and the one before.
 *
 * Call it every few seconds from one or all processes: two that seal at once want the same places, and one of them wins.
 *
 * @returns how many entries were chained.
 * @throws {StoreUnavailableError} while the store can't be reached; entries wait unchained, and none is lost.
 */
export async function sealAudit(store: Store, vault: Vault): Promise<number> {
  let sealed = 0;
  for (;;) {
    const rows = await store.find("audit", { where: { position: null }, orderBy: "at", limit: batchSize });
    if (rows.length === 0) return sealed;
    let { position, hash } = await findHead(store);
    const changes: Change[] = [];
    for (const row of rows) {
      position += 1;
      hash = await chainHash(vault, row, position, hash);
      changes.push({
        type: "update",
        table: "audit",
        where: { id: row.id, position: null },
        set: { position, hash },
        expect: 1,
      });
    }
    if ((await store.commit(changes)).committed) sealed += rows.length;
  }
}
