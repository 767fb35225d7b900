import type { Place, Vault } from "./vault.ts";

/** Opens what is encrypted in a place; null where nothing is. */
export type EvenDecrypter = (place: Place, encrypted: string | null) => Promise<string | null>;

const decoyPlace: Place = { table: "decoys", row: "decoy", column: "text_encrypted" };

/**
 * Creates a decrypter that does the same work where there is nothing to decrypt: for rows that strangers choose by what they type, so that the time an answer
 * takes does not tell what is recorded of somebody.
 */
export function createEvenDecrypter(vault: Vault): EvenDecrypter {
  let decoy: Promise<string> | undefined;
  return async (place, encrypted) => {
    if (encrypted !== null) return vault.decrypt(place, encrypted);
    decoy ??= vault.encrypt(decoyPlace, "decoy");
    await vault.decrypt(decoyPlace, await decoy);
    return null;
  };
}
