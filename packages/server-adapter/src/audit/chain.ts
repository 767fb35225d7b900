import type { Tables } from "../ports/tables.ts";
import type { Vault } from "../security/vault.ts";

type Row = Tables["audit"];

/** What comes before the first entry. */
export const chainStart = "";

/** What a hash covers: the entry, its place, and the hash before it. */
function chainText({ id, at, event, subject_id, details }: Row, position: number, before: string): string {
  return JSON.stringify([before, position, id, at, event, subject_id, details]);
}

/** The hash of an entry at its place. Keyed, so that nobody who can only write to the database can make a chain that holds. */
export function chainHash(vault: Vault, row: Row, position: number, before: string): Promise<string> {
  return vault.lookupKey("audit-chain", chainText(row, position, before));
}

/** Whether an entry's hash is right, under any key of the ring. */
export async function isChained(vault: Vault, row: Row, position: number, before: string): Promise<boolean> {
  const hashes = await vault.lookupKeys("audit-chain", chainText(row, position, before));
  return row.hash !== null && hashes.includes(row.hash);
}
