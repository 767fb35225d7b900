/**
 * Latin letters that Unicode does not decompose into a base letter and a mark, each with its spelling in a–z.
 * Keys are lower case; everything that NFKD already takes apart (é, ñ, ﬁ, ſ, full-width letters…) is absent.
 */
const undecomposedLetters: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ĸ: "k",
  ŧ: "t",
  ƿ: "w",
  ȝ: "y",
  ⱥ: "a",
  ɐ: "a",
  ɑ: "a",
  ƀ: "b",
  ɓ: "b",
  ƃ: "b",
  ȼ: "c",
  ƈ: "c",
  ɖ: "d",
  ɗ: "d",
  ƌ: "d",
  ə: "e",
  ǝ: "e",
  ɛ: "e",
  ɇ: "e",
  ƒ: "f",
  ǥ: "g",
  ɠ: "g",
  ɡ: "g",
  ɣ: "g",
  ɦ: "h",
  ⱨ: "h",
  ɨ: "i",
  ɩ: "i",
  ȷ: "j",
  ɉ: "j",
  ƙ: "k",
  ⱪ: "k",
  ƚ: "l",
  ɫ: "l",
  ɬ: "l",
  ɱ: "m",
  ɲ: "n",
  ƞ: "n",
  ɔ: "o",
  ɵ: "o",
  ȣ: "ou",
  ƥ: "p",
  ɋ: "q",
  ɍ: "r",
  ɽ: "r",
  ʂ: "s",
  ȿ: "s",
  ʃ: "s",
  ⱦ: "t",
  ƭ: "t",
  ʈ: "t",
  ʉ: "u",
  ʊ: "u",
  ʋ: "v",
  ʌ: "v",
  ⱳ: "w",
  ƴ: "y",
  ɏ: "y",
  ƶ: "z",
  ȥ: "z",
  ʒ: "z",
};

/**
 * Every sign that people and systems write for an apostrophe, the ʻokina and the Arabic half rings included.
 * Removed before decomposition, because NFKD turns the acute accent of `d´Artagnan` into a space.
 */
const apostrophes = /['’‘‛‚`´ʹʻʼʽʾʿˈˊˋ′‵՚׳＇ꞌꞋ]/gu;

/** Characters that hold nothing: zero-width, soft hyphen, direction marks, and the Catalan middle dot (`Gal·la`). */
const invisible = /[\p{Cf}·‧]/gu;

const separators = /[^\p{L}\p{M}\p{N}]+/u;

/** The text with every sign for an apostrophe written `'`, and without invisible characters. */
export function straightenApostrophes(text: string): string {
  return text.replace(apostrophes, "'").replace(invisible, "");
}

function withoutApostrophes(text: string): string {
  return text.replace(apostrophes, "").replace(invisible, "");
}

/**
 * Folds a name to the letters a–z alone.
 *
 * Compatibility forms and marks are taken off (NFKD), letters that do not decompose are spelled out (œ → oe, æ → ae,
 * ß → ss, ø → o, ł → l, đ ð → d, þ → th, ı → i, ŋ → n …), and everything else vanishes: apostrophes of all kinds,
 * the ʻokina, spaces, hyphens, the `--` of a double family name, digits. Letters of other scripts (Cyrillic, Greek,
 * Arabic, Han …) vanish too; a name that has no others folds to `""`, and the caller owes a declared fallback.
 *
 * Idempotent, independent of locale, and for no input does it throw (lone surrogates vanish). Time is linear in the
 * length but for long runs of combining marks: callers bound the length of what strangers send.
 *
 * Source: the deck's identifier `p.nomXX`; Unicode Standard Annex 15 for NFKD.
 *
 * @param text a given name, a family name or any part of one.
 * @returns letters a–z, possibly none.
 */
export function foldName(text: string): string {
  let folded = "";
  for (const character of withoutApostrophes(text).normalize("NFKD").toLowerCase()) {
    if (character >= "a" && character <= "z") folded += character;
    else if (Object.hasOwn(undecomposedLetters, character)) folded += undecomposedLetters[character] ?? "";
  }
  return folded;
}

/**
 * Splits a name at what a reader takes for a gap (spaces of all kinds, hyphens and dashes, `--`, commas, full stops)
 * and folds each part with {@link foldName}.
 *
 * Apostrophes do not split: `d'Artagnan` is one token, `dartagnan`. Parts that fold to nothing are left out, so a name
 * in another script has no tokens.
 *
 * @param text a given name, a family name or both.
 * @returns the folded tokens in the order written, each of at least one letter a–z.
 */
export function nameTokens(text: string): string[] {
  return withoutApostrophes(text)
    .normalize("NFKC")
    .split(separators)
    .map(foldName)
    .filter((token) => token !== "");
}
