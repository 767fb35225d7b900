import { untilCommitted } from "../ports/contention.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import type { Vault } from "../security/vault.ts";

type Row = Tables["audit"];

/** The last entry of the chain and its place; before the first entry, nothing at 0. */
interface Head {
  readonly position: number;
  readonly hash: string;
}

const beforeTheFirst: Head = { position: 0, hash: "" };

/** What a hash covers: the entry, its place, and the hash before it. */
function chainText({ id, at, event, subject_id, details }: Row, position: number, before: string): string {
  return JSON.stringify([before, position, id, at, event, subject_id, details]);
}

/** The hash of an entry at its place. Keyed, so that nobody who can only write to the database can make a chain that holds. */
function chainHash(vault: Vault, row: Row, position: number, before: string): Promise<string> {
  return vault.lookupKey("audit-chain", chainText(row, position, before));
}

/** Whether an entry's hash is right, under any key of the ring. */
async function isChained(vault: Vault, row: Row, position: number, before: string): Promise<boolean> {
  const hashes = await vault.lookupKeys("audit-chain", chainText(row, position, before));
  return row.hash !== null && hashes.includes(row.hash);
}

const batchSize = 200;

async function findHead(store: Store): Promise<Head> {
  const [last] = await store.find("audit", {
    where: { position: { above: 0 } },
    orderBy: "position",
    descending: true,
    limit: 1,
  });
  return { position: last?.position ?? 0, hash: last?.hash ?? "" };
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

/** One place at which the chain does not hold. */
export interface AuditBreak {
  readonly position: number;
  /** `missing`: no entry is there; `changed`: the entry, or the one before it, is not what it was. */
  readonly reason: "missing" | "changed";
}

/** What a check of the audit trail found. */
export interface AuditReport {
  /** Entries in the chain. */
  readonly sealed: number;
  /** Entries that wait to be chained; more than a few seconds' worth means that no sealer runs. */
  readonly unsealed: number;
  /** The end of the chain. Note it elsewhere: entries cut off the end leave no other trace. */
  readonly head: Head;
  readonly breaks: readonly AuditBreak[];
}

const pageSize = 500;
const mostBreaks = 100;

/**
 * Checks the whole audit chain, in pages: every place taken, every hash right (ASVS 16.4.2).
 *
 * Entries added while it runs are checked or counted as unsealed. Stops looking after 100 breaks.
 */
export async function verifyAudit(store: Store, vault: Vault): Promise<AuditReport> {
  const breaks: AuditBreak[] = [];
  let sealed = 0;
  let head = beforeTheFirst;
  for (;;) {
    const page = await store.find("audit", {
      where: { position: { above: head.position } },
      orderBy: "position",
      limit: pageSize,
    });
    for (const row of page) {
      const position = row.position ?? 0;
      if (position !== head.position + 1) breaks.push({ position: head.position + 1, reason: "missing" });
      else if (!(await isChained(vault, row, position, head.hash)))
        breaks.push({ position, reason: "changed" });
      sealed += 1;
      head = { position, hash: row.hash ?? "" };
    }
    if (page.length < pageSize || breaks.length >= mostBreaks) break;
  }
  const unsealed = await countUnsealed(store);
  return { sealed, unsealed, head, breaks: breaks.slice(0, mostBreaks) };
}

async function countUnsealed(store: Store): Promise<number> {
  return (await store.find("audit", { where: { position: null } })).length;
}
