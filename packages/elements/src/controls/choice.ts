import { html, nothing, type TemplateResult } from "lit";

/** A radio button or a box to tick. */
export interface Choice {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name?: string;
  readonly value?: string;
  readonly label: string;
  /** What it is called where the label alone would not tell it from another. */
  readonly fullLabel?: string | undefined;
  readonly checked: boolean;
  readonly onChange: () => void;
}

/** Renders it beside its label, which is pressed as well. */
export function choice(options: Choice): TemplateResult {
  const { type, id } = options;
  return html`<div class="educonnect-${type}">
    <input
      type=${type}
      id=${id}
      name=${options.name ?? nothing}
      value=${options.value ?? nothing}
      aria-label=${options.fullLabel ?? nothing}
      .checked=${options.checked}
      @change=${options.onChange}
    /><label class="educonnect-choice-name" for=${id}>${options.label}</label>
  </div>`;
}
