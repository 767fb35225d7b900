/**
 * Latin letters that Unicode does not decompose into a base letter and a mark, each with its spelling in a–z.
 * All are lower case, each group after its spelling. Letters that NFKD already decomposes (é, ñ, ﬁ, ſ, full-width letters…) are absent.
 */
const spellings =
  "aeæ oeœ ssß oøɔɵ lłƚɫɬ dđðɖɗƌ thþ hħɦⱨ iıɨɩ nŋɲƞ kĸƙⱪ tŧⱦƭʈ wƿⱳ yȝƴɏ aⱥɐɑ bƀɓƃ cȼƈ eəǝɛɇ fƒ gǥɠɡɣ jȷɉ mɱ ouȣ pƥ qɋ rɍɽ sʂȿʃ uʉʊ vʋʌ zƶȥʒ";

const undecomposedLetters = new Map<string, string>();
for (const [, plain = "", letters = ""] of spellings.matchAll(/([a-z]+)([^ ]+)/gu)) {
  for (const letter of letters) undecomposedLetters.set(letter, plain);
}

/**
 * Every character that people and systems use as an apostrophe, the ʻokina and the Arabic half rings included.
 * They are removed before decomposition, because NFKD turns the acute accent of `d´Artagnan` into a space.
 */
const apostrophes = /['’‘‛‚`´ʹʻʼʽʾʿˈˊˋ′‵՚׳＇ꞌꞋ]/gu;

/** Characters without a meaning of their own: zero-width, soft hyphen, direction marks, and the Catalan middle dot (`Gal·la`). */
const invisible = /[\p{Cf}·‧]/gu;

const separators = /[^\p{L}\p{M}\p{N}]+/u;

/** Replaces every kind of apostrophe with `'`, and removes invisible characters. */
export function straightenApostrophes(text: string): string {
  return text.replace(apostrophes, "'").replace(invisible, "");
}

function withoutApostrophes(text: string): string {
  return text.replace(apostrophes, "").replace(invisible, "");
}

/**
 * Folds a name to the letters a–z alone.
 *
 * Compatibility forms and marks are removed (NFKD), letters that do not decompose are spelled out (œ → oe, æ → ae,
 * ß → ss, ø → o, ł → l, đ ð → d, þ → th, ı → i, ŋ → n …), and everything else is dropped: apostrophes of all kinds,
 * the ʻokina, spaces, hyphens, the `--` of a double family name, digits, and the letters of other scripts (Cyrillic, Greek,
 * Arabic, Han …). A name without any Latin letter folds to `""`, and the caller needs a declared fallback.
 *
 * The function is idempotent, does not depend on the locale, and never throws (lone surrogates are dropped). Its time is linear in the
 * length except for long runs of combining marks, so callers limit the length of what strangers send.
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
    else folded += undecomposedLetters.get(character) ?? "";
  }
  return folded;
}

/**
 * Splits a name at its gaps (spaces of all kinds, hyphens and dashes, `--`, commas, full stops) and folds each part with
 * {@link foldName}.
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
