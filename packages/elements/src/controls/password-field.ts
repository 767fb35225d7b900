import { html, type TemplateResult } from "lit";
import { icon } from "./icons.ts";
import { textField, type TextField } from "./text-field.ts";

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
      aria-label=${field.toggleLabel}
      aria-controls=${field.id}
      @click=${field.onToggle}
    >
      ${icon(field.isShown ? "closedEye" : "eye")}
    </button>`,
  });
}
