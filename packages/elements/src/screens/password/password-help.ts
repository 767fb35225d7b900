import { html, type TemplateResult } from "lit";
import { translate, type MessageOverrides } from "../../i18n/translate.ts";

const lines = ["password.helpChoose", "password.helpJoin", "password.helpPicture"] as const;

/** Renders the short page on passphrases, folded until it is asked for. */
export function passwordHelp(messages: MessageOverrides): TemplateResult {
  return html`<details class="educonnect-help">
    <summary class="educonnect-link">${translate(messages, "password.helpHeading")}</summary>
    <div class="educonnect-panel">
      <p>${translate(messages, "password.helpIntro")}</p>
      <ul>
        ${lines.map((line) => html`<li>${translate(messages, line)}</li>`)}
      </ul>
      <p>${translate(messages, "password.helpAvoid")}</p>
      <p>${translate(messages, "password.helpKeep")}</p>
    </div>
  </details>`;
}
