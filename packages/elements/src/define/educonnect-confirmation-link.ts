import { EduconnectConfirmationLink } from "../educonnect-activation/confirmation-link-element.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-confirmation-link", EduconnectConfirmationLink);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-confirmation-link": EduconnectConfirmationLink;
  }
}
