const kindSizes = { uppercase: 26, lowercase: 26, digit: 10 } as const;

/** Which kinds of characters a password is made of; `other` is all that no composition rule counts. */
export interface KindsInUse {
  readonly uppercase: boolean;
  readonly lowercase: boolean;
  readonly digit: boolean;
  readonly special_character: boolean;
  readonly other: boolean;
}

/**
 * Bits that one character drawn from the kinds in use is worth, log₂ of their sizes' sum (CNIL recommendation 2022-100).
 *
 * Characters of no kind (accents, spaces, other scripts) count as a draw from the special list: attackers try few of them.
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

/** Fewest characters, drawn from all kinds, that are worth `bits`; never fewer than the 8 of every policy. */
export function fewestCharactersFor(bits: number, specialCharacters: string): number {
  return Math.max(8, Math.ceil(bits / bitsPerCharacter(allKinds, specialCharacters)));
}
