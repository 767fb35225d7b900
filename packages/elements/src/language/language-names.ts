/** What a language calls itself, where `Intl` does not know, and the word for « language » in it. */
interface LanguageWords {
  readonly name?: string;
  readonly label: string;
}

const words: Readonly<Record<string, LanguageWords>> = {
  fr: { label: "Langue" },
  en: { label: "Language" },
  ar: { label: "اللغة" },
  "fr-simple": { name: "Français facile (FALC)", label: "Langue" },
  pt: { label: "Língua" },
  es: { label: "Idioma" },
  tr: { label: "Dil" },
  uk: { label: "Мова" },
  ro: { label: "Limba" },
  "zh-Hans": { label: "语言" },
};

const wordsOf = (tag: string) => (Object.hasOwn(words, tag) ? words[tag] : undefined);

/** Tells whether a tag is written as BCP 47 has it: `fr_FR` is not, and `Intl` throws at it. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Names a language in itself, as those who speak it look for it: « Español », « العربية ». */
export function nameOfLanguage(tag: string): string {
  const name = wordsOf(tag)?.name ?? new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  const [first = "", ...rest] = name;
  return first.toLocaleUpperCase(tag) + rest.join("");
}

/** The word for « language » in a language; in French where it is not known. */
export const labelIn = (tag: string): string => wordsOf(tag)?.label ?? "Langue";

/** The same in French and English, for whoever got lost in another language, each once. */
export function labelElsewhere(tag: string): readonly { readonly tag: string; readonly label: string }[] {
  return ["fr", "en"]
    .map((each) => ({ tag: each, label: labelIn(each) }))
    .filter(({ label }) => label !== labelIn(tag));
}
