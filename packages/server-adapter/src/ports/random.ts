import type { RandomSource } from "@educonnect-activation/core";

/** Most bytes one call of `getRandomValues` gives (Web Cryptography, 10.1.1). */
const largestDraw = 65_536;

/** Random bytes of the runtime's cryptographically secure generator (ASVS 11.5.1), in any runtime with Web Cryptography. */
export const webRandom: RandomSource = (byteLength) => {
  const bytes = new Uint8Array(byteLength);
  for (let start = 0; start < byteLength; start += largestDraw) {
    crypto.getRandomValues(bytes.subarray(start, start + largestDraw));
  }
  return bytes;
};
