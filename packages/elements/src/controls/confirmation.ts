import { html, type TemplateResult } from "lit";
import { button } from "./button.ts";

/** A question asked in the page before something that can't be undone. */
export interface Confirmation {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly disabled: boolean;
  readonly onAnswer: (agreed: boolean) => void;
}

/** Renders the question, in place of the buttons that led to it; what can be undone stands out. */
export function confirmation(options: Confirmation): TemplateResult {
  const { id, disabled, onAnswer } = options;
  return html`<div
    class="educonnect-panel educonnect-warning educonnect-confirmation"
    role="group"
    tabindex="-1"
    id=${id}
    aria-labelledby="${id}-heading"
    aria-describedby="${id}-text"
  >
    <h2 class="educonnect-subheading" id="${id}-heading">${options.heading}</h2>
    <p id="${id}-text">${options.text}</p>
    <div class="educonnect-actions">
      ${button({ label: options.confirm, disabled, className: "educonnect-back", onClick: () => onAnswer(true) })}
      ${button({ label: options.cancel, kind: "primary", disabled, onClick: () => onAnswer(false) })}
    </div>
  </div>`;
}
