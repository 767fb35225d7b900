import { isAscii } from "./fold-password.ts";
import { randomBelow, type RandomSource } from "../random-source.ts";

/**
 * The 29 signs of a provisional password: capitals and digits without `0 O`, `1 I L`, `U` (read as V by hand) and `Q`
 * (read as O). `2 Z`, `5 S` and `8 B` stay: the letter is printed, where they differ, and 29 signs give 38.9 bits.
 */
export const provisionalPasswordAlphabet = "23456789ABCDEFGHJKMNPRSTVWXYZ";

/** Signs of a provisional password, as in the deck's `7GMPGYF3`. */
export const provisionalPasswordLength = 8;

/**
 * Draws a provisional password shaped like the deck's `7GMPGYF3`: 8 signs of {@link provisionalPasswordAlphabet},
 * each equally likely and independent (38.9 bits; ASVS 6.4.1 wants it random, short-lived and replaced at first use).
 *
 * @param random cryptographically secure source of bytes
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
 * The provisional password that somebody meant who copied it from the letter: `7gmp gyf3` and `７ＧＭＰ-ＧＹＦ３` are
 * `7GMPGYF3`. Full-width signs become plain, gaps, hyphens, dots and invisible signs go, letters become capitals.
 *
 * Call it on provisional passwords only, before hashing when one is issued and before comparing when one is typed.
 * No sign is replaced by a look-alike, so as many passwords stay distinct as were drawn. Idempotent; never throws.
 *
 * @param typed what was typed, of any length: callers bound what strangers send
 */
export function normalizeProvisionalPassword(typed: string): string {
  if (isAscii(typed)) return typed.replace(plainSeparators, "").toUpperCase();
  // Two letters may meet and compose once what stood between them is gone; only a–z become capitals, ῢ would fall apart.
  const joined = typed.normalize("NFKC").replace(separators, "").normalize("NFKC");
  return joined.replace(/[a-z]+/gu, (letters) => letters.toUpperCase());
}

/**
 * Whether a text can be a provisional password of ours: what {@link normalizeProvisionalPassword} returns has the length and the
 * alphabet of {@link generateProvisionalPassword}. Anything else needn't be hashed to be compared; it says nothing about accounts.
 */
export function isProvisionalPassword(normalized: string): boolean {
  return (
    normalized.length === provisionalPasswordLength &&
    Array.from(normalized).every((sign) => provisionalPasswordAlphabet.includes(sign))
  );
}
