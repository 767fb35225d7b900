import { frenchIssues } from "@educonnect-activation/core";
import { addTexts } from "../i18n/translate.ts";
import type { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import "./first-group.ts";

addTexts("common", frenchIssues);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-login": EduconnectLogin;
  }
}
