import type { KindsInUse } from "./password-bits.ts";

/** The length of a password and the kinds of its characters. */
export interface PasswordShape extends KindsInUse {
  /** Length in code points. */
  readonly length: number;
}

const capital = /[\p{Lu}\p{Lt}]/u;
const small = /\p{Ll}/u;
const digit = /\p{Nd}/u;

/**
 * Counts the code points of a password and finds the kinds of its characters, in one pass.
 *
 * Capitals, small letters and digits are those of any script (Unicode Lu and Lt, Ll, Nd); a character of the special list is
 * special and of no other kind, although Unicode calls the deck's `µ` a letter.
 *
 * @param password text in NFC
 * @param specialCharacters the policy's list
 */
export function measurePassword(password: string, specialCharacters: string): PasswordShape {
  const shape = {
    length: 0,
    uppercase: false,
    lowercase: false,
    digit: false,
    special_character: false,
    other: false,
  };
  for (const character of password) {
    shape.length += 1;
    if (isBetween(character, "a", "z")) shape.lowercase = true;
    else if (isBetween(character, "A", "Z")) shape.uppercase = true;
    else if (isBetween(character, "0", "9")) shape.digit = true;
    else if (specialCharacters.includes(character)) shape.special_character = true;
    else if (character <= "\u007f") shape.other = true;
    else if (small.test(character)) shape.lowercase = true;
    else if (capital.test(character)) shape.uppercase = true;
    else if (digit.test(character)) shape.digit = true;
    else shape.other = true;
  }
  return shape;
}

function isBetween(character: string, first: string, last: string): boolean {
  return character >= first && character <= last && character.length === 1;
}
