/** Another language was chosen, or found again as the page opened. */
export type LanguageChangeEvent = CustomEvent<{ readonly lang: string }>;

/** The menu's event, by its name. It bubbles and crosses shadow roots. */
export interface LanguageEventMap {
  "educonnect-language-change": LanguageChangeEvent;
}

/** Tells the page which language its elements speak from now on. */
export function announceLanguage(target: EventTarget, lang: string): void {
  const detail: LanguageChangeEvent["detail"] = { lang };
  target.dispatchEvent(
    new CustomEvent("educonnect-language-change", { detail, bubbles: true, composed: true }),
  );
}
