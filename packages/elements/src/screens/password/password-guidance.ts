import type { PasswordRule } from "@educonnect-activation/core";
import { html, svg, type TemplateResult } from "lit";
import { drawIcon } from "../../controls/icons.ts";
import { translate, type MessageOverrides } from "../../i18n/translate.ts";

const tick = svg`<path d="m4.5 12.5 5 5L19.5 7"></path>`;
const dot = svg`<circle cx="12" cy="12" r="3"></circle>`;

/** Renders the rules, one line each: ticked for the eye, said in words for the ear. */
export function passwordChecklist(
  id: string,
  messages: MessageOverrides,
  rules: readonly PasswordRule[],
  isTyped: boolean,
): TemplateResult {
  return html`<div id=${id}>
    <p class="educonnect-hint">${translate(messages, "password.rules")}</p>
    <ul class="educonnect-checklist">
      ${rules.map(
        ({ code, met, params }) =>
          html`<li class="educonnect-rule ${met && isTyped ? "educonnect-met" : ""}">
            ${met && isTyped ? drawIcon("tick", tick, 20) : drawIcon("dot", dot, 20)}<span
              >${translate(messages, `rule.${code}`, spaced(params))}<span class="educonnect-hidden"
                >, ${translate(messages, met && isTyped ? "password.met" : "password.unmet")}</span
              ></span
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Special characters stand apart, so that none is taken for punctuation of the line. */
export function spaced(params: PasswordRule["params"]): PasswordRule["params"] {
  const { characters } = params;
  return typeof characters === "string"
    ? { ...params, characters: Array.from(characters).join(" ") }
    : params;
}

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
