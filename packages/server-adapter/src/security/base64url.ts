/** Bytes that own their memory, as Web Cryptography asks for. */
export type Bytes = Uint8Array<ArrayBuffer>;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What each 12 bits are written as: every token, key and sealed field comes through here, and `btoa` is ten times as slow. */
const pairs = Array.from(
  { length: 4096 },
  (_, bits) => alphabet.charAt(bits >> 6) + alphabet.charAt(bits & 63),
);

/** Writes bytes in the alphabet of RFC 4648, section 5, without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  const rest = bytes.length % 3;
  const whole = bytes.length - rest;
  const at = (index: number): number => bytes[index] ?? 0;
  let text = "";
  for (let index = 0; index < whole; index += 3) {
    const bits = (at(index) << 16) | (at(index + 1) << 8) | at(index + 2);
    text += (pairs[bits >> 12] ?? "") + (pairs[bits & 4095] ?? "");
  }
  if (rest === 0) return text;
  // Missing bits are zero; one byte left is two characters, two are three (RFC 4648, section 4).
  const bits = (at(whole) << 10) | (at(whole + 1) << 2);
  return text + (pairs[bits >> 6] ?? "") + (rest === 2 ? alphabet.charAt(bits & 63) : "");
}

/** Whole groups of four characters, or a last group whose leftover bits are zero: others would give one value several spellings. */
const canonical = /^[\w-]*$/;
const canonicalEnds = ["", "", "AQgw", "AEIMQUYcgkosw048"];

/** Checks whether a text is what `encodeBase64url` writes for some bytes; other spellings of the same bytes are not. */
export function isBase64url(text: string): boolean {
  const rest = text.length % 4;
  const isEnd = rest === 0 || canonicalEnds[rest]?.includes(text.at(-1) ?? " ");
  return isEnd === true && canonical.test(text);
}

/** Reads what `encodeBase64url` wrote; null for any other text, other spellings of the same bytes included. */
export function decodeBase64url(text: string): Bytes | null {
  if (!isBase64url(text)) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
