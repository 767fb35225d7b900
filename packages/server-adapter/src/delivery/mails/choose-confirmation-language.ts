import { findLanguage } from "@educonnect-activation/core";
import { readAcceptLanguage } from "../../http/accept-language.ts";
import { confirmationLanguages } from "../messages/confirmation-languages.ts";
import type { ConfirmationTexts } from "../messages/confirmation-texts.ts";

/**
 * Chooses the language in which a confirmation is written, by what the request asks for and by nothing else; null is French.
 *
 * @param acceptLanguage the `Accept-Language` header; null without one
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
