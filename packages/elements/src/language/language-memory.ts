/** Where a choice of language is kept: in the browser until French is chosen again, in the tab alone, or nowhere. */
export type LanguageMemory = "browser" | "tab" | "off";

/** The key under which the language is kept, in the browser's local storage or the tab's session storage. */
export const languageKey = "educonnect-language";

/** Throws where the browser keeps nothing, as reading or writing then may. */
const storageOf = (memory: LanguageMemory) => (memory === "tab" ? sessionStorage : localStorage);

/** Reads the language chosen before, whatever was written there; null without one, and where the browser keeps nothing. */
export function readLanguage(memory: LanguageMemory): string | null {
  try {
    return memory === "off" ? null : storageOf(memory).getItem(languageKey);
  } catch {
    return null;
  }
}

/** Keeps the tag of a language, so that it survives the way to FranceConnect and the mail's link; null takes away what was kept. */
export function keepLanguage(memory: LanguageMemory, tag: string | null): void {
  try {
    if (memory === "off") return;
    if (tag === null) storageOf(memory).removeItem(languageKey);
    else storageOf(memory).setItem(languageKey, tag);
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}
