import { html, nothing, type TemplateResult } from "lit";

/** A button; a disabled one stays in the order of focus, so that nobody is thrown off it. */
export interface Button {
  readonly label: unknown;
  readonly kind?: "primary" | "secondary" | "link";
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  /** It is disabled for longer than a request takes, and looks so; one that only waits keeps its look. */
  readonly closed?: boolean;
  readonly className?: string | undefined;
  readonly id?: string;
  /** The id of what describes it. */
  readonly describedBy?: string;
  readonly onClick?: (event: MouseEvent) => void;
}

/** The classes of each kind. */
export const classesOf = {
  primary: "educonnect-button educonnect-button-primary",
  secondary: "educonnect-button",
  link: "educonnect-link",
} as const;

/** Renders a button. Where it is disabled, its click does nothing, a submission included. */
export function button(options: Button): TemplateResult {
  const { kind = "secondary", disabled = false } = options;
  const click = (event: MouseEvent) => {
    if (disabled) event.preventDefault();
    else options.onClick?.(event);
  };
  return html`<button
    class="${classesOf[kind]} ${options.closed ? "educonnect-closed" : ""} ${options.className ?? ""}"
    id=${options.id ?? nothing}
    type=${options.type ?? "button"}
    aria-describedby=${options.describedBy ?? nothing}
    aria-disabled=${disabled ? "true" : nothing}
    @click=${click}
  >
    ${options.label}
  </button>`;
}
