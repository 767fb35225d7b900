/**
 * A port that returns `byteLength` fresh bytes from a cryptographically secure generator (`crypto.getRandomValues`,
 * `node:crypto.randomBytes`), because core itself has no randomness (ASVS 11.5.1).
 */
export type RandomSource = (byteLength: number) => Uint8Array;

const largestLimit = 2 ** 48;

/** A fair draw is refused less than half the time, so 128 refusals in a row (2⁻¹²⁸) mean a broken source. */
const mostAttempts = 128;

/**
 * Draws a whole number from 0 to `limit` - 1, each with the same probability.
 *
 * A draw beyond the last whole multiple of `limit` is discarded, because folding it back would favour small numbers.
 *
 * @param random the source of bytes; 1 to 6 are requested at a time
 * @param limit whole number from 1 to 2⁴⁸
 * @throws TypeError when `limit` is out of range, or when the source returns another number of bytes than asked
 * @throws Error when the source keeps returning bytes that a fair generator would not return
 */
export function randomBelow(random: RandomSource, limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > largestLimit) {
    throw new TypeError(`limit must be a whole number from 1 to 2^48, not ${limit}`);
  }
  let byteLength = 1;
  let span = 256;
  while (span < limit) {
    byteLength += 1;
    span *= 256;
  }
  const fairSpan = span - (span % limit);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const value = readNumber(random, byteLength);
    if (value < fairSpan) return value % limit;
  }
  throw new Error("the random source does not return random bytes");
}

function readNumber(random: RandomSource, byteLength: number): number {
  const bytes = random(byteLength);
  if (bytes.length !== byteLength) {
    throw new TypeError(`the random source returned ${bytes.length} bytes instead of ${byteLength}`);
  }
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}
