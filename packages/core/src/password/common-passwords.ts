import { listFoldings, withoutCaseAndMarks, withoutLookAlikes } from "./fold-password.ts";

/** Whether a folded word is on a blocklist; `evaluatePassword` asks it about every folding of a password. */
export type IsCommonPassword = (folded: string) => boolean;

/**
 * Makes a blocklist for the `isCommon` of `evaluatePassword` (ASVS 6.2.4, NIST SP 800-63B-4 §3.1.1.2).
 *
 * A host can add its own words (its name, its town: ASVS 6.2.11) to a list of ours by asking both.
 *
 * @param words the words, in any case, with or without marks and look-alikes
 * @returns a predicate over folded words; constant time
 */
export function createBlocklist(words: Iterable<string>): IsCommonPassword {
  const folded = new Set<string>();
  for (const word of words) folded.add(withoutLookAlikes(withoutCaseAndMarks(word)));
  return (word) => folded.has(word);
}

/**
 * Whether a password is a blocklist's word in some disguise, or one character again and again.
 *
 * @param lower what `withoutCaseAndMarks` made of the password
 * @param letters what `withoutLookAlikes` made of that
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
