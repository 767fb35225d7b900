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

/** The languages of the confirmation mail by the tags that the elements' menu offers; French is the mail itself, and null here. */
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
