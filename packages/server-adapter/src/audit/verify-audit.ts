import type { Store } from "../ports/store.ts";
import type { Vault } from "../security/vault.ts";
import { chainStart, isChained } from "./chain.ts";

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
  readonly head: { readonly position: number; readonly hash: string };
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
  let head = { position: 0, hash: chainStart };
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
      head = { position, hash: row.hash ?? chainStart };
    }
    if (page.length < pageSize || breaks.length >= mostBreaks) break;
  }
  const unsealed = await countUnsealed(store);
  return { sealed, unsealed, head, breaks: breaks.slice(0, mostBreaks) };
}

async function countUnsealed(store: Store): Promise<number> {
  return (await store.find("audit", { where: { position: null } })).length;
}
