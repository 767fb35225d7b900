import { wordServerIssues } from "../i18n/word-server-issues.ts";
import type { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import "./first-group.ts";

wordServerIssues();

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-login": EduconnectLogin;
  }
}
