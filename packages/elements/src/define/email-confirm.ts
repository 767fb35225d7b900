import { EduconnectEmailConfirm } from "../screens/email-confirm/educonnect-email-confirm.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-email-confirm", EduconnectEmailConfirm);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-email-confirm": EduconnectEmailConfirm;
  }
}
