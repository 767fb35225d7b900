import { randomBelow, type RandomSource } from "@educonnect-activation/core";
import { encodeBase64url } from "./base64url.ts";
import type { Vault } from "./vault.ts";

const fewestBytes = 16;

/**
 * Draws a value that can't be guessed: 32 base64url characters by default.
 *
 * @param byteLength at least 16, the 128 bits of ASVS 7.2.3 and 11.5.1
 * @throws TypeError for fewer, or when the source returns another number
 */
export function createToken(random: RandomSource, byteLength = 24): string {
  if (!Number.isInteger(byteLength) || byteLength < fewestBytes) {
    throw new TypeError(`a token has at least ${fewestBytes} bytes, not ${byteLength}`);
  }
  const bytes = random(byteLength);
  if (bytes.length !== byteLength) throw new TypeError(`the random source returned ${bytes.length} bytes`);
  return encodeBase64url(bytes);
}

/**
 * Draws a code of digits to type, each code equally likely, leading zeros included.
 *
 * @param digits from 6, the 20 bits of ASVS 6.5.4, to 14
 * @throws TypeError for another number
 */
export function createNumericCode(random: RandomSource, digits: number): string {
  if (!Number.isInteger(digits) || digits < 6 || digits > 14) {
    throw new TypeError(`a code has 6 to 14 digits, not ${digits}`);
  }
  return String(randomBelow(random, 10 ** digits)).padStart(digits, "0");
}

/** The kinds of token that a browser holds. */
export type TokenKind = "flow" | "session";

/** The keyed hash under which a browser's token is kept; the token itself is stored nowhere. */
export function tokenKey(vault: Vault, kind: TokenKind, token: string): Promise<string> {
  return vault.lookupKey(`${kind}-cookie`, token);
}

/** The keyed hashes that a token may be kept under, today's key first. */
export function tokenKeys(vault: Vault, kind: TokenKind, token: string): Promise<readonly string[]> {
  return vault.lookupKeys(`${kind}-cookie`, token);
}
