import { untilCommitted } from "../ports/contention.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Vault } from "../security/vault.ts";
import { chainHash, chainStart } from "./chain.ts";

/** The last link of the chain. */
interface Head {
  readonly position: number;
  readonly hash: string;
}

const batchSize = 200;

async function findHead(store: Store): Promise<Head> {
  const chained = { position: { above: 0 } };
  const [last] = await store.find("audit", {
    where: chained,
    orderBy: "position",
    descending: true,
    limit: 1,
  });
  return { position: last?.position ?? 0, hash: last?.hash ?? chainStart };
}

/**
 * Chains the audit entries that are not in the chain yet, each by a keyed hash over itself and the one before.
 *
 * Call it every few seconds from one or all processes: two that seal at once want the same places, and one of them wins.
 *
 * @returns how many entries were chained.
 * @throws {StoreUnavailableError} while the store can't be reached or others keep being faster; entries wait unchained, and none is lost.
 */
export async function sealAudit(store: Store, vault: Vault): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await untilCommitted(() => sealBatch(store, vault));
    if (count === 0) return sealed;
    sealed += count;
  }
}

/** Null when another process was faster. */
async function sealBatch(store: Store, vault: Vault): Promise<number | null> {
  const rows = await store.find("audit", { where: { position: null }, orderBy: "at", limit: batchSize });
  if (rows.length === 0) return 0;
  let { position, hash } = await findHead(store);
  const changes: Change[] = [];
  for (const row of rows) {
    position += 1;
    hash = await chainHash(vault, row, position, hash);
    const where = { id: row.id, position: null };
    changes.push({ type: "update", table: "audit", where, set: { position, hash }, expect: 1 });
  }
  return (await store.commit(changes)).committed ? rows.length : null;
}
