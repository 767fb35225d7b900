import type { Message } from "../format-message.ts";

const accented: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  d: "ð",
  e: "é",
  i: "í",
  l: "ł",
  n: "ñ",
  o: "ó",
  s: "š",
  t: "ŧ",
  u: "ú",
  y: "ý",
};

const vowels = new Set("aeiouy");

/** Writes a letter with an accent, a vowel twice: words get longer, not only sentences. */
function widen(letter: string): string {
  const lower = letter.toLowerCase();
  const written = accented[lower] ?? lower;
  const sign = letter === lower ? written : written.toUpperCase();
  return vowels.has(lower) ? sign + sign : sign;
}

/** Turns a text into its pseudo form: `Étape {current}` is `⟦Éŧáápéé {current}⟧`. It is a third longer at least, and names the same. */
export function pseudoText(text: string): string {
  const widened = text.replace(/\{\w+\}|[a-z]/giu, (match) => (match.startsWith("{") ? match : widen(match)));
  return `⟦${widened.padEnd(Math.ceil((text.length * 4) / 3), "~")}⟧`;
}

/** Turns each text of a message into its pseudo form. */
export function pseudoMessage(message: Message): Message {
  if (typeof message === "string") return pseudoText(message);
  const { count, other, ...categories } = message;
  const texts = Object.entries(categories).map(([category, text]) => [category, pseudoText(text)] as const);
  return { ...Object.fromEntries(texts), count, other: pseudoText(other) };
}
