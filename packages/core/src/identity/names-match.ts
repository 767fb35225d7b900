import { foldName, straightenApostrophes } from "./fold-name.ts";

/** Names as a person types them, or as FranceConnect gives them (`given_name`, `family_name`). */
export interface TypedPersonName {
  /** One or more given names; `""` for a person who has none. */
  readonly givenName: string;
  /** Birth name or usage name, whichever the person goes by. */
  readonly familyName: string;
}

/** Names as a directory records them. */
export interface RecordedPersonName {
  /** One or several given names, between spaces or commas; `""` when the directory holds none. */
  readonly givenName: string;
  /** Usage name (`sn`), or the birth name where the directory knows no other. */
  readonly familyName: string;
  /** Birth name (`ENTPersonNomPatro`), where the directory distinguishes it. */
  readonly birthName?: string;
}

interface GivenNameToken {
  readonly key: string;
  /** Whether a hyphen joins this token to the next, as in `Jean-Pierre`. */
  readonly tiedToNext: boolean;
}

const wordsAndGaps = /([\p{L}\p{M}\p{N}]+)([^\p{L}\p{M}\p{N}]*)/gu;
const hyphen = /\p{Pd}|−/u;
const letterOfAnotherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** `de` and `d'` in front of a name; `la`, `le`, `du`, `des` are parts of the name itself. */
const nobiliaryParticle = /^(?:de(?:\s|\p{Pd})+|d(?:'\s*|\s+))/iu;

/**
 * Tells whether typed names are those of a recorded person.
 *
 * - Both are folded as for identifiers: case, accents, hyphens, apostrophes and spacing never matter.
 * - Family name: the whole birth name or usage name must match. A leading `de` or `d'` may be missing on either side; `Le`,
 *   `La`, `Du` may be written together or apart, but not left out. A double name (`MARTIN--PETIT`) is one name: neither
 *   half of it matches, nor does another order.
 * - Given name: whole tokens must match from the first one on, so `Jeanne` is not `Jean`. Either side may stop early (`Jean` for
 *   `Jean, Paul, Marie`; FranceConnect gives every given name where a directory has one), but never inside a hyphenated
 *   name: `Jean` is not `Jean-Pierre`, while `Jean Pierre` is. Two empty given names match; an empty and another one do not.
 * - A token in another script (Cyrillic, Arabic, Han …) is compared as written, after NFKC and case folding; it is never
 *   transliterated, and never equals a Latin one.
 *
 * The match is symmetric in the two given names. A person called by a second given name is not matched by it, although article 57 of
 * the Code civil allows using any: `Marie Claire` and `Claire` are too often two people. A match is never a proof by itself, because
 * names are shared; the rules also ask for a telephone number or the children's dates.
 *
 * Source: the project's rules, "Who is a guardian".
 */
export function isSamePersonName(typed: TypedPersonName, recorded: RecordedPersonName): boolean {
  const recordedKeys = new Set([
    ...familyNameKeys(recorded.familyName),
    ...familyNameKeys(recorded.birthName ?? ""),
  ]);
  if (!familyNameKeys(typed.familyName).some((key) => recordedKeys.has(key))) return false;
  return isSameGivenName(typed.givenName, recorded.givenName);
}

/**
 * Gives the keys under which a directory indexes a family name, so that matching is an equality look-up and not a scan.
 * Two family names match exactly when they share a key.
 *
 * @param familyName a usage name or a birth name, in any spelling.
 * @returns no key for a name without letters or digits, two for one that begins with `de` or `d'` (with it and
 *   without), otherwise one. Keys are folded letters, or the original in lower case for other scripts.
 */
export function familyNameKeys(familyName: string): string[] {
  const name = straightenApostrophes(familyName).normalize("NFKC").trim();
  const whole = joinedKey(name);
  if (whole === "") return [];
  const withoutParticle = joinedKey(name.replace(nobiliaryParticle, ""));
  return withoutParticle === "" || withoutParticle === whole ? [whole] : [whole, withoutParticle];
}

/**
 * Gives the keys under which a directory indexes a person, so that finding everybody who may be meant is an equality look-up even where
 * thousands have the same family name. Names that {@link isSamePersonName} matches share a key.
 *
 * The reverse does not hold: `Jean Paul` and `Jean Pierre` of one family share a key. Each key joins a key of the family name
 * or the birth name to the first token of the given names, or to nothing where there is none.
 *
 * @param name as typed or as recorded.
 * @returns none for a person without a family name, else one to four, each of at most 128 code points.
 */
export function personNameKeys({ givenName, familyName, birthName = "" }: RecordedPersonName): string[] {
  const given = givenNameTokens(givenName)[0]?.key ?? "";
  const families = new Set([...familyNameKeys(familyName), ...familyNameKeys(birthName)]);
  return [...new Set([...families].map((family) => shorten(`${family} ${given}`)))];
}

const keyMaxLength = 128;

function shorten(key: string): string {
  return [...key].slice(0, keyMaxLength).join("");
}

function isSameGivenName(left: string, right: string): boolean {
  const leftTokens = givenNameTokens(left);
  const rightTokens = givenNameTokens(right);
  const [shorter, longer] =
    leftTokens.length <= rightTokens.length ? [leftTokens, rightTokens] : [rightTokens, leftTokens];
  if (shorter.length === 0) return longer.length === 0;
  if (shorter.some((token, index) => token.key !== longer[index]?.key)) return false;
  const stopsEarly = shorter.length < longer.length;
  return !(stopsEarly && longer[shorter.length - 1]?.tiedToNext === true);
}

function givenNameTokens(givenName: string): GivenNameToken[] {
  const tokens: GivenNameToken[] = [];
  for (const [, word = "", gap = ""] of words(straightenApostrophes(givenName).normalize("NFKC"))) {
    const key = tokenKey(word);
    if (key !== "") tokens.push({ key, tiedToNext: hyphen.test(gap) });
  }
  return tokens;
}

function joinedKey(name: string): string {
  return words(name)
    .map(([, word = ""]) => tokenKey(word))
    .join("");
}

function words(name: string): RegExpExecArray[] {
  return [...name.replaceAll("'", "").matchAll(wordsAndGaps)];
}

function tokenKey(word: string): string {
  const folded = foldName(word);
  if (folded !== "" && !letterOfAnotherScript.test(word)) return folded;
  // Upper case first, because it makes one letter of the two small sigmas and of other letters with several small forms.
  return word.toUpperCase().toLowerCase().normalize("NFKC");
}
