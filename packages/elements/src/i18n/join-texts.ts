/** Puts sentences one after the other; in Chinese nothing stands between them. */
export function joinSentences(language: string, sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(language.startsWith("zh") ? "" : " ");
}

/** The comma of a language, with the space after it where there is one. */
export function commaOf(language: string): string {
  if (language.startsWith("zh")) return "，";
  return language.startsWith("ar") ? "، " : ", ";
}

/** Puts names one after the other as one name that is read aloud; in Arabic from right to left, though the first be Latin. */
export function joinNames(language: string, names: readonly string[]): string {
  const given = names.filter(Boolean);
  return language.startsWith("ar")
    ? `\u200f${given.map((name) => `\u2068${name}\u2069`).join("، ")}`
    : given.join(commaOf(language));
}
