import { EduconnectActivation } from "../wizard/educonnect-activation.ts";
import type { WizardEventMap } from "../events/educonnect-events.ts";
import { defineElement } from "./define-element.ts";
import "./first-group.ts";

defineElement("educonnect-activation", EduconnectActivation);

// The confirmation link's page loads the same file, and only that page needs this element.
if (globalThis.document?.querySelector("educonnect-confirmation-link"))
  void import("./educonnect-confirmation-link.ts");

declare global {
  interface GlobalEventHandlersEventMap extends WizardEventMap {}
  interface HTMLElementTagNameMap {
    "educonnect-activation": EduconnectActivation;
  }
}
