/**
 * Reads a front-coded word list: each word is a capital for the letters it shares with the one before (`A` none, `B` one …) and the
 * rest of it, so `AazertyGuiop` is `azerty`, `azertyuiop`.
 */
export function decodeWords(encoded: string): string[] {
  const words: string[] = [];
  let previous = "";
  for (const [entry] of encoded.matchAll(/[A-Z][^A-Z]*/gu)) {
    previous = previous.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1);
    words.push(previous);
  }
  return words;
}
