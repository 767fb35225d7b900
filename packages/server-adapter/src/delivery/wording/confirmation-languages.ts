import { findLanguage } from "@educonnect-activation/core";
import { readAcceptLanguage } from "./accept-language.ts";
import { arabicConfirmation } from "./ar.ts";
import type { ConfirmationTexts } from "./confirmation-texts.ts";
import { englishConfirmation } from "./en.ts";
import { spanishConfirmation } from "./es.ts";
import { easyFrenchConfirmation } from "./fr-simple.ts";
import { portugueseConfirmation } from "./pt.ts";
import { romanianConfirmation } from "./ro.ts";
import { turkishConfirmation } from "./tr.ts";
import { ukrainianConfirmation } from "./uk.ts";
import { chineseConfirmation } from "./zh-hans.ts";

/** The languages of the confirmation mail, by the tags that the elements' menu offers. French is null, because the mail itself is French. */
export const confirmationLanguages: Readonly<Record<string, ConfirmationTexts | null>> = {
  fr: null,
  "fr-simple": easyFrenchConfirmation,
  en: englishConfirmation,
  ar: arabicConfirmation,
  pt: portugueseConfirmation,
  es: spanishConfirmation,
  tr: turkishConfirmation,
  uk: ukrainianConfirmation,
  ro: romanianConfirmation,
  "zh-Hans": chineseConfirmation,
};

/**
 * Chooses the language in which a confirmation mail is written, by the request's header and nothing else.
 *
 * @param acceptLanguage the `Accept-Language` header; null without one
 * @returns null for French, and when the header names no language that is available
 */
export function chooseConfirmationLanguage(acceptLanguage: string | null): ConfirmationTexts | null {
  const available = Object.keys(confirmationLanguages);
  for (const tag of readAcceptLanguage(acceptLanguage)) {
    const found = findLanguage(tag, available);
    if (found !== undefined) return confirmationLanguages[found] ?? null;
    if (tag === "*") return null;
  }
  return null;
}
