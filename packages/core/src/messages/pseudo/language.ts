import { french, type MessageKey, type Messages } from "../fr/catalogue.ts";
import type { Message } from "../format-message.ts";
import type { Language } from "../language.ts";

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

/** Writes a letter with an accent, and a vowel twice, so that words get longer and not only sentences. */
function widen(letter: string): string {
  const lower = letter.toLowerCase();
  const written = accented[lower] ?? lower;
  const sign = letter === lower ? written : written.toUpperCase();
  return vowels.has(lower) ? sign + sign : sign;
}

/** Turns a text into its pseudo form, which is at least a third longer and has the same names in braces: `Étape {current}` becomes `⟦Éŧáápéé {current}⟧`. */
export function pseudoText(text: string): string {
  const widened = text.replace(/\{\w+\}|[a-z]/giu, (match) => (match.startsWith("{") ? match : widen(match)));
  return `⟦${widened.padEnd(Math.ceil((text.length * 4) / 3), "~")}⟧`;
}

/** Turns each text of a message into its pseudo form. */
function pseudoMessage(message: Message): Message {
  if (typeof message === "string") return pseudoText(message);
  const { count, other, ...categories } = message;
  const texts = Object.entries(categories).map(([category, text]) => [category, pseudoText(text)] as const);
  return { ...Object.fromEntries(texts), count, other: pseudoText(other) };
}

const isKey = (name: string): name is MessageKey => Object.hasOwn(french, name);

const texts: Record<MessageKey, Message> = { ...french };
for (const key of Object.keys(texts).filter(isKey)) texts[key] = pseudoMessage(french[key]);

/**
 * The French catalogue in brackets, with accents and a third longer. As `messages` of an element it shows which texts are in no
 * catalogue (they have no brackets) and which have no room to grow.
 */
export const pseudoMessages: Messages = { ...texts, lang: "fr-x-pseudo", dir: "ltr" };

const load = () => Promise.resolve({ texts: pseudoMessages });

/** The pseudo catalogue as a language. */
export const language: Language = {
  "sign-in": pseudoMessages,
  flow: load,
  proof: load,
  password: load,
  services: load,
  "confirmation-link": load,
  portal: load,
};
