import { isAscii } from "./fold-password.ts";
import { randomBelow, type RandomSource } from "../random-source.ts";

/**
 * The 29 characters of a provisional password: capitals and digits without `0 O`, `1 I L`, `U` (it looks like V in handwriting) and `Q`
 * (it looks like O). `2 Z`, `5 S` and `8 B` stay: they differ in print, and 29 characters give 38.9 bits.
 */
export const provisionalPasswordAlphabet = "23456789ABCDEFGHJKMNPRSTVWXYZ";

/** The length of a provisional password, as in the deck's `7GMPGYF3`. */
export const provisionalPasswordLength = 8;

/**
 * Draws a provisional password like the deck's `7GMPGYF3`: 8 characters of {@link provisionalPasswordAlphabet}, each equally likely and
 * independent (38.9 bits; ASVS 6.4.1 wants it random, short-lived and replaced at first use).
 *
 * @param random a cryptographically secure source of bytes
 * @throws TypeError or Error as {@link randomBelow} does, when the source is broken
 */
export function generateProvisionalPassword(random: RandomSource): string {
  let password = "";
  for (let position = 0; position < provisionalPasswordLength; position += 1) {
    password += provisionalPasswordAlphabet.charAt(randomBelow(random, provisionalPasswordAlphabet.length));
  }
  return password;
}

const plainSeparators = /[\s._-]+/g;
const separators = /[\s\p{Pd}\p{Cf}._·]+/gu;

/**
 * Normalises a provisional password that somebody copied from the letter: `7gmp gyf3` and `７ＧＭＰ-ＧＹＦ３` become
 * `7GMPGYF3`. Full-width characters become plain, gaps, hyphens, dots and invisible characters are removed, letters become capitals.
 *
 * Call it on provisional passwords only, before hashing when one is issued and before comparing when one is typed.
 * No character is replaced by a look-alike, so all drawn passwords stay distinct. The function is idempotent and never throws.
 *
 * @param typed what was typed, of any length; callers limit what strangers send
 */
export function normalizeProvisionalPassword(typed: string): string {
  if (isAscii(typed)) return typed.replace(plainSeparators, "").toUpperCase();
  // Letters may compose once what stood between them is removed. Only a–z become capitals, because ῢ would decompose.
  const joined = typed.normalize("NFKC").replace(separators, "").normalize("NFKC");
  return joined.replace(/[a-z]+/gu, (letters) => letters.toUpperCase());
}

/**
 * Tells whether the result of {@link normalizeProvisionalPassword} has the length and the alphabet of
 * {@link generateProvisionalPassword}. Anything else cannot be a provisional password and need not be hashed to be compared; the answer
 * says nothing about accounts.
 */
export function isProvisionalPassword(normalized: string): boolean {
  return (
    normalized.length === provisionalPasswordLength &&
    Array.from(normalized).every((sign) => provisionalPasswordAlphabet.includes(sign))
  );
}
