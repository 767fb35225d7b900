import { listFoldings, withoutCaseAndMarks, withoutLookAlikes } from "./fold-password.ts";

/** Tells whether a folded word is on a blocklist; `evaluatePassword` calls it for every folding of a password. */
export type IsCommonPassword = (folded: string) => boolean;

/**
 * Makes a blocklist for the `isCommon` of `evaluatePassword` (ASVS 6.2.4, NIST SP 800-63B-4 §3.1.1.2).
 *
 * A host can add its own words (its name, its town: ASVS 6.2.11) to one of the kit's lists by asking both lists.
 *
 * @param words the words, in any case, with or without accents and look-alike characters
 * @returns a predicate over folded words, in constant time
 */
export function createBlocklist(words: Iterable<string>): IsCommonPassword {
  const folded = new Set<string>();
  for (const word of words) folded.add(withoutLookAlikes(withoutCaseAndMarks(word)));
  return (word) => folded.has(word);
}

/**
 * Tells whether a password is a word of the blocklist in disguise, or one repeated character.
 *
 * @param lower the password after `withoutCaseAndMarks`
 * @param letters the same after `withoutLookAlikes`
 * @param isCommon the blocklist, if any
 */
export function isTooCommon(lower: string, letters: string, isCommon: IsCommonPassword | undefined): boolean {
  return listFoldings(lower, letters).some(
    (folding) => isSingleCharacter(folding) || isCommon?.(folding) === true,
  );
}

function isSingleCharacter(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}
