import { html, svg, type TemplateResult } from "lit";
import { textField, type TextField } from "./text-field.ts";

const eye = svg`<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z" /><circle cx="12" cy="12" r="2.75" />`;
const stroke = svg`<path d="m4 4 16 16" />`;

/** A password field whose content can be shown. */
export interface PasswordField extends Omit<TextField, "type" | "adornment"> {
  readonly isShown: boolean;
  /** Names the button: what pressing it does. */
  readonly toggleLabel: string;
  readonly onToggle: () => void;
}

/** Renders the field with its show/hide button; pasting is as good as typing. */
export function passwordField(field: PasswordField): TemplateResult {
  return textField({
    ...field,
    type: field.isShown ? "text" : "password",
    adornment: html`<button
      type="button"
      class="educonnect-toggle"
      part="toggle"
      aria-label=${field.toggleLabel}
      aria-controls=${field.id}
      @click=${field.onToggle}
    >
      <svg
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        ${eye}${field.isShown ? stroke : ""}
      </svg>
    </button>`,
  });
}
