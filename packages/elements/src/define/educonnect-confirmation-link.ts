import { EduconnectConfirmationLink } from "../wizard/educonnect-confirmation-link.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-confirmation-link", EduconnectConfirmationLink);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-confirmation-link": EduconnectConfirmationLink;
  }
}
