import { foldName, nameTokens } from "../identity/fold-name.ts";
import { isAscii, withoutCaseAndMarks, withoutLookAlikes } from "./fold-password.ts";

/** A name of at least this length is found anywhere in a password, a shorter one only as a whole word. */
const anywhereLength = 5;

/** Names shorter than this (`Li`, an initial) count only when nothing but digits and punctuation surrounds them. */
const asWordLength = 3;

/** Parts of family names that are ordinary words, so that a person named `Des Moulins` may choose `mange-des-fraises`. */
const particles = new Set(
  ["ben", "das", "del", "den", "der", "des", "dos", "les", "van", "von"].map(withoutLookAlikes),
);

/** A person's words, folded once: those to find anywhere, those to find as a whole word, and all of them. */
export interface PersonalWords {
  readonly anywhere: readonly string[];
  readonly asWord: readonly string[];
  readonly whole: readonly string[];
}

/** Folds names, identifiers and mail addresses (the part before the `@`) into the words to look for. */
export function foldPersonalWords(personal: readonly string[]): PersonalWords {
  const whole = new Set<string>();
  for (const text of personal) {
    const name = text.split("@", 1)[0] ?? "";
    for (const token of [...nameTokens(name), foldName(name), withoutCaseAndMarks(name)]) {
      const word = withoutLookAlikes(token);
      if (word !== "") whole.add(word);
    }
  }
  const words = Array.from(whole);
  return {
    anywhere: words.filter((word) => word.length >= anywhereLength),
    asWord: words.filter(
      (word) => word.length >= asWordLength && word.length < anywhereLength && !particles.has(word),
    ),
    whole: words,
  };
}

const wordsInside = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+/gu;
const allButLetters = { ascii: /[^a-z]+/g, unicode: /[^\p{L}]+/gu };
const allButLettersAndDigits = { ascii: /[^a-z0-9]+/g, unicode: /[^\p{L}\p{N}]+/gu };

/** How many digits and signs may surround the words in a password that consists of nothing else: a date and a sign. */
const mostAround = 9;

/**
 * Tells whether a password contains one of a person's words: a long one anywhere (`xMartin2015!`, `M4rt1n`, `mar-tin`), a short one as a
 * whole word (`MonLuc75`, but not `luciole`), or nothing but such words and signs (`LiWei2015!!`).
 *
 * @param password in NFC
 * @param lower the password after `withoutCaseAndMarks`
 * @param letters the same after `withoutLookAlikes`
 * @param words the result of {@link foldPersonalWords}
 */
export function containsPersonalWord(
  password: string,
  lower: string,
  letters: string,
  words: PersonalWords,
): boolean {
  if (words.whole.length === 0) return false;
  const script = isAscii(lower) ? "ascii" : "unicode";
  const joined = letters.replace(allButLettersAndDigits[script], "");
  if (words.anywhere.some((word) => letters.includes(word) || joined.includes(word))) return true;
  if (words.asWord.some((word) => letters.includes(word)) && hasShortWord(password, words.asWord))
    return true;
  const core = withoutLookAlikes(lower.replace(allButLetters[script], ""));
  return core !== "" && lower.length - core.length <= mostAround && isMadeOf(core, words.whole);
}

function hasShortWord(password: string, asWord: readonly string[]): boolean {
  for (const [word] of password.matchAll(wordsInside)) {
    if (asWord.includes(withoutLookAlikes(withoutCaseAndMarks(word)))) return true;
  }
  return false;
}

/** Longer texts are not checked, because the time grows with the length times the number of words. */
const longestSequence = 64;

/** Tells whether `text` is a sequence of `words`. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  if (text.length > longestSequence || !words.some((word) => text.startsWith(word))) return false;
  const reachable = new Set([0]);
  for (let start = 0; start < text.length; start += 1) {
    if (!reachable.has(start)) continue;
    for (const word of words) {
      if (text.startsWith(word, start)) reachable.add(start + word.length);
    }
  }
  return reachable.has(text.length);
}
