/**
 * Whether two texts are equal, in a time that tells nothing of where they differ (ASVS 11.2.4).
 *
 * Meant for keyed hashes and tokens, whose length is no secret.
 */
export function isEqualInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) {
    // Past the end charCodeAt gives NaN, which ^ reads as 0; the lengths have already made the difference.
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  }
  return difference === 0;
}
