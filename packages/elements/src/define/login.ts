import { wordServerIssues } from "../i18n/wording.ts";
import { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import { defineElement } from "./define-element.ts";

wordServerIssues();
defineElement("educonnect-login", EduconnectLogin);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-login": EduconnectLogin;
  }
}
