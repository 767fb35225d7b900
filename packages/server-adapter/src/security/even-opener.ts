import type { Place, Vault } from "./vault.ts";

/** Opens what is sealed in a place; null where nothing is. */
export type EvenOpener = (place: Place, sealed: string | null) => Promise<string | null>;

const decoyPlace: Place = { table: "decoys", row: "decoy", column: "text_sealed" };

/**
 * Creates an opener that works as much where nothing is sealed: for rows that strangers choose by what they type, so that the time an answer
 * takes does not tell what is recorded of somebody.
 */
export function createEvenOpener(vault: Vault): EvenOpener {
  let decoy: Promise<string> | undefined;
  return async (place, sealed) => {
    if (sealed !== null) return vault.open(place, sealed);
    decoy ??= vault.seal(decoyPlace, "decoy");
    await vault.open(decoyPlace, await decoy);
    return null;
  };
}
