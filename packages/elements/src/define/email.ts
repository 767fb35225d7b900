import { EduconnectEmail } from "../screens/email/educonnect-email.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-email", EduconnectEmail);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-email": EduconnectEmail;
  }
}
