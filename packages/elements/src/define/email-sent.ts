import { EduconnectEmailSent } from "../screens/email-sent/educonnect-email-sent.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-email-sent", EduconnectEmailSent);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-email-sent": EduconnectEmailSent;
  }
}
