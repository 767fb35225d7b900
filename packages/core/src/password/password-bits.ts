const kindSizes = { uppercase: 26, lowercase: 26, digit: 10 } as const;

/** The kinds of characters in a password; `other` is everything that no composition rule counts. */
export interface KindsInUse {
  readonly uppercase: boolean;
  readonly lowercase: boolean;
  readonly digit: boolean;
  readonly special_character: boolean;
  readonly other: boolean;
}

/**
 * Computes the bits of one character drawn from the kinds in use: log₂ of the sum of their sizes (CNIL recommendation 2022-100).
 *
 * Characters of no kind (accents, spaces, other scripts) count as drawn from the special list, because attackers try few of them.
 */
export function bitsPerCharacter(inUse: KindsInUse, specialCharacters: string): number {
  let size = 0;
  if (inUse.uppercase) size += kindSizes.uppercase;
  if (inUse.lowercase) size += kindSizes.lowercase;
  if (inUse.digit) size += kindSizes.digit;
  if (inUse.special_character || inUse.other) size += Array.from(specialCharacters).length;
  return size === 0 ? 0 : Math.log2(size);
}

const allKinds: KindsInUse = {
  uppercase: true,
  lowercase: true,
  digit: true,
  special_character: true,
  other: true,
};

/** Computes the fewest characters, drawn from all kinds, that reach `bits`; never fewer than the 8 of every policy. */
export function fewestCharactersFor(bits: number, specialCharacters: string): number {
  return Math.max(8, Math.ceil(bits / bitsPerCharacter(allKinds, specialCharacters)));
}
