import type * as Languages from "./languages.ts";
import type { MessageOverrides } from "./translate.ts";

/** What knows the languages besides French; it loads with the first element that speaks one. */
let languages: typeof Languages | null = null;

/** Loads what this page uses of a language; null when there is nothing to wait for. It never rejects. */
export function loadTexts(tag: string): Promise<void> | null {
  // An attribute that is taken away leaves null.
  if (/^(?:fr(?:-[a-z]{2})?)?$/iu.test(tag ?? "")) return null;
  return languages === null
    ? import("./languages.ts").then(
        (all) => (languages = all).loadTexts(tag) ?? undefined,
        () => undefined,
      )
    : languages.loadTexts(tag);
}

/** The texts of a language: as `textsIn` of languages.ts, which alone knows any. */
export function textsIn(tag: string, drawn: MessageOverrides): MessageOverrides | null {
  return (tag && languages?.textsIn(tag, drawn)) || null;
}
