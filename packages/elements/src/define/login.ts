import { wordServerIssues } from "../i18n/wording.ts";
import type { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import "./first-group.ts";

wordServerIssues();

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-login": EduconnectLogin;
  }
}
