/** What people write in the place of a letter, with the letter; both readings of `1` and `!` come out as `i`, as does `l`. */
const lookAlikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "€": "e",
  "£": "e",
  "!": "i",
  "|": "i",
  "(": "c",
  "+": "t",
  l: "i",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  µ: "u",
};

const marks = /\p{M}+/gu;
const lookAlike = /[0134-9@$€£!|(+lœæßøµ]/gu;
const ends = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** Lower case without marks, so that `Été` and `ete` are one word; other scripts stay as they are. */
export function withoutCaseAndMarks(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : lower.normalize("NFD").replace(marks, "").normalize("NFC");
}

/** Letters in the place of their look-alikes, for text that {@link withoutCaseAndMarks} returned: `p@ssw0rd` → `password`. */
export function withoutLookAlikes(text: string): string {
  return text.replace(lookAlike, (sign) => lookAlikes[sign] ?? sign);
}

/** Characters that may surround a common password before it counts as another one: a date and a sign, `01012015!`. */
const mostAround = 9;

/** How many of the signs behind the word may be read as its last letters, as in `soci3t3!`. */
const mostReadAsLetters = 2;

/**
 * The words that a password is a disguise of: case, marks and look-alikes undone, digits and punctuation around it gone
 * (at most 9), a repetition undone. `Motdepasse1!`, `M0tdep@sse` and `motdepassemotdepasse` all yield `motdepasse`.
 *
 * The same folding makes the entries of the blocklist, so `l` reads `i` on both sides.
 *
 * @param password any text; time is linear in its length
 * @returns one word or more, the whole password first
 */
export function foldPassword(password: string): string[] {
  const lower = withoutCaseAndMarks(password);
  const whole = withoutLookAlikes(lower);
  const folded = [whole];
  const core = lower.replace(ends, "");
  if (core !== "" && core !== lower && lower.length - core.length <= mostAround) {
    const start = lower.indexOf(core);
    const end = start + core.length;
    for (let letters = 0; letters <= Math.min(mostReadAsLetters, lower.length - end); letters += 1) {
      folded.push(withoutLookAlikes(lower.slice(start, end + letters)));
    }
    folded.push(withoutLookAlikes(lower.slice(0, end)));
  }
  for (const word of folded.slice()) {
    const unit = repeatedUnit(word);
    if (unit !== word) folded.push(unit);
  }
  return folded;
}

/** The shortest text of which `text` is a whole number of repetitions; `text` itself when it repeats nothing. */
export function repeatedUnit(text: string): string {
  const again = (text + text).indexOf(text, 1);
  return again > 0 && again < text.length ? text.slice(0, again) : text;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 127) return false;
  }
  return true;
}
