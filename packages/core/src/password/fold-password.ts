/** What people write in place of a letter, with that letter, one for one; `1`, `!`, `|` and `l` all become `i`. */
const lookAlikes = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["6", "g"],
  ["7", "t"],
  ["8", "b"],
  ["9", "g"],
  ["@", "a"],
  ["$", "s"],
  ["€", "e"],
  ["£", "e"],
  ["!", "i"],
  ["|", "i"],
  ["(", "c"],
  ["+", "t"],
  ["l", "i"],
  ["µ", "u"],
]);

const ligatures: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o" };

const marks = /\p{M}+/gu;
const ligature = /[œæßø]/gu;
const ends = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** Writes a text in lower case without marks and ligatures, so that `Été` and `ete` are one word; other scripts stay as they are. */
export function withoutCaseAndMarks(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  const plain = lower.normalize("NFD").replace(marks, "").normalize("NFC");
  return plain.replace(ligature, (sign) => ligatures[sign] ?? sign);
}

const lookAlike = new RegExp(`[${Array.from(lookAlikes.keys()).join("")}]`, "g");

/** Replaces look-alikes with their letters, position by position, in lower-case text: `p@ssw0rd` → `password`. */
export function withoutLookAlikes(text: string): string {
  return text.replace(lookAlike, (sign) => lookAlikes.get(sign) ?? sign);
}

/** How many characters may surround a common password before it counts as another one: a date and a sign, `01012015!`. */
const mostAround = 9;

/** How many of the characters behind the word may be read as its last letters, as in `soci3t3!`. */
const mostReadAsLetters = 2;

/**
 * Lists the words of which a password may be a disguise: case, marks and look-alikes are undone, digits and punctuation around the word
 * (at most 9) are removed, and repetitions are undone. `Motdepasse1!`, `M0tdep@sse` and `motdepassemotdepasse` all yield `motdepasse`.
 *
 * The entries of the blocklist are folded in the same way, so `l` becomes `i` on both sides.
 *
 * @param lower the result of {@link withoutCaseAndMarks}; time is linear in its length
 * @param letters the same after {@link withoutLookAlikes}
 * @returns one word or more, the whole password first
 */
export function listFoldings(lower: string, letters: string = withoutLookAlikes(lower)): string[] {
  const foldings = [letters];
  const core = lower.replace(ends, "");
  const around = lower.length - core.length;
  if (core !== "" && around > 0 && around <= mostAround) {
    const start = lower.indexOf(core);
    const end = start + core.length;
    const read = Math.min(mostReadAsLetters, lower.length - end);
    for (let more = 0; more <= read; more += 1) foldings.push(letters.slice(start, end + more));
    if (start > 0) foldings.push(letters.slice(0, end));
  }
  return foldings.concat(foldings.flatMap(repeatedUnits));
}

/** Lists every shorter text of which `text` is a whole number of repetitions: `lou` and `loulou` for `loulouloulou`. */
export function repeatedUnits(text: string): string[] {
  // A unit starts again where it ends. Most texts never repeat their first character, and need no further work.
  if (text.lastIndexOf(text.charAt(0), text.length / 2) < 1) return [];
  const period = (text + text).indexOf(text, 1);
  const units: string[] = [];
  for (let size = period; size > 0 && size <= text.length / 2; size += period) {
    if (text.length % size === 0) units.push(text.slice(0, size));
  }
  return units;
}

/** Tells whether a text is only ASCII, which needs little folding. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 127) return false;
  }
  return true;
}
