import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.ts";

/** A labelled input with its hint and its message. */
export interface TextField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "password" | "email" | "tel";
  readonly autocomplete: AutoFill;
  readonly inputmode?: "text" | "numeric" | "email" | "tel";
  /** How what is typed runs, whatever the language around it: `ltr` by default, `auto` for what may be in any script. */
  readonly dir?: "ltr" | "auto";
  readonly placeholder?: string;
  readonly hint?: unknown;
  /** What is wrong with it, if anything. */
  readonly error?: string | undefined;
  /** Read before the error: « Erreur : ». */
  readonly errorPrefix: string;
  /** A link at the end of the label's line. */
  readonly aside?: unknown;
  /** What stands inside the input's end, such as the show/hide button. */
  readonly adornment?: unknown;
  /** More ids that describe the input. */
  readonly describedBy?: string;
  readonly onInput?: (event: InputEvent) => void;
}

/** What is wrong with a field, linked to its input by `${id}-error`. */
export function fieldError(
  id: string,
  prefix: string,
  error: string | undefined,
  group = "",
): TemplateResult | typeof nothing {
  if (error === undefined) return nothing;
  return html`<p class="educonnect-error educonnect-error${group}" id="${id}-error">
    <span class="educonnect-hidden">${prefix} </span>${error}
  </p>`;
}

/** Ids for `aria-describedby`, or nothing when nothing describes the input. */
export function describedBy(...ids: readonly (string | false | undefined)[]): string | typeof nothing {
  return ids.filter(Boolean).join(" ") || nothing;
}

/** Names what holds a field, or the fields of a group, by its state too. */
export function invalidClass(error: string | undefined, group = ""): string {
  return error === undefined ? "" : `educonnect-invalid${group}`;
}

/** Renders a field. The input keeps what is typed in it: its value is never set. */
export function textField(field: TextField): TemplateResult {
  const { id, error, hint } = field;
  const input = html`<input
    class="educonnect-input"
    id=${id}
    name=${field.name}
    type=${field.type ?? "text"}
    autocomplete=${field.autocomplete}
    inputmode=${field.inputmode ?? nothing}
    dir=${field.dir ?? "ltr"}
    placeholder=${field.placeholder ?? nothing}
    autocapitalize="none"
    spellcheck="false"
    aria-required="true"
    aria-invalid=${error === undefined ? nothing : "true"}
    aria-describedby=${describedBy(hint !== undefined && `${id}-hint`, field.describedBy, error !== undefined && `${id}-error`)}
    @input=${field.onInput}
  />`;
  return html`<div class="educonnect-field ${invalidClass(error)}">
    <div class="educonnect-label-row">
      <label class="educonnect-label" for=${id}>${field.label}</label>${field.aside}
    </div>
    ${hint === undefined ? nothing : html`<p class="educonnect-hint" id="${id}-hint">${hint}</p>`}
    ${fieldError(id, field.errorPrefix, error)}
    ${
      field.adornment === undefined
        ? input
        : html`<span class="educonnect-input-row">${input}${field.adornment}</span>`
    }
  </div>`;
}

/** The text typed into a control; a control that is not there is as good as empty. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

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
