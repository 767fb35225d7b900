/** The key of the tab's session storage where the language is kept. */
export const languageKey = "educonnect-language";

/** Reads the language chosen in this tab; null without one, and where the browser keeps nothing. */
export function readLanguage(): string | null {
  try {
    return sessionStorage.getItem(languageKey);
  } catch {
    return null;
  }
}

/** Keeps the tag of a language for this tab: it survives the way to FranceConnect and back, and ends with the tab. */
export function keepLanguage(tag: string): void {
  try {
    sessionStorage.setItem(languageKey, tag);
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}
