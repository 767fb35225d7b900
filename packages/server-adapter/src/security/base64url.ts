/** Bytes that own their memory, as Web Cryptography asks for. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Most arguments handed to one call, well under every engine's limit. */
const chunkLength = 8192;

/** Writes bytes in the alphabet of RFC 4648, section 5, without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += chunkLength) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunkLength));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Reads what `encodeBase64url` wrote; null for any other text, other spellings of the same bytes included. */
export function decodeBase64url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  // Leftover bits that are not zero would give one value several spellings.
  return encodeBase64url(bytes) === text ? bytes : null;
}
