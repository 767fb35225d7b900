import { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-login", EduconnectLogin);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-login": EduconnectLogin;
  }
}
