import { EduconnectLanguage } from "../language/educonnect-language.ts";
import type { LanguageEventMap } from "../events/educonnect-events.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-language", EduconnectLanguage);

declare global {
  interface GlobalEventHandlersEventMap extends LanguageEventMap {}
  interface HTMLElementTagNameMap {
    "educonnect-language": EduconnectLanguage;
  }
}
