import type { RandomSource } from "@educonnect-activation/core";

/** Most bytes one call of `getRandomValues` gives (Web Cryptography, 10.1.1). */
const largestDraw = 65_536;

/** Drawn at once and handed out in parts: one call of the generator costs as much as thousands of its bytes. */
const pool = new Uint8Array(4_096);
let used = pool.length;

/** Random bytes of the runtime's cryptographically secure generator (ASVS 11.5.1), in any runtime with Web Cryptography. */
export const webRandom: RandomSource = (byteLength) => {
  if (byteLength > pool.length) return draw(byteLength);
  if (used + byteLength > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const bytes = pool.slice(used, used + byteLength);
  // What was handed out is nowhere else.
  pool.fill(0, used, used + byteLength);
  used += byteLength;
  return bytes;
};

function draw(byteLength: number): Uint8Array {
  const bytes = new Uint8Array(byteLength);
  for (let start = 0; start < byteLength; start += largestDraw) {
    crypto.getRandomValues(bytes.subarray(start, start + largestDraw));
  }
  return bytes;
}
