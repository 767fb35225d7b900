import { EduconnectPassword } from "../screens/password/educonnect-password.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-password", EduconnectPassword);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-password": EduconnectPassword;
  }
}
