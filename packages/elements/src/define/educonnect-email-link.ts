import { EduconnectEmailLink } from "../educonnect-activation/email-link-element.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-email-link", EduconnectEmailLink);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-email-link": EduconnectEmailLink;
  }
}
