import { html, type TemplateResult } from "lit";

/** A button; a disabled one stays in the order of focus, so that nobody is thrown off it. */
export interface Button {
  readonly label: unknown;
  readonly kind?: "primary" | "secondary" | "link";
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  readonly className?: string | undefined;
  readonly describedBy?: string;
  readonly onClick?: (event: MouseEvent) => void;
}

/** Renders a button. Where it is disabled, its click does nothing, a submission included. */
export function button(options: Button): TemplateResult {
  const { kind = "secondary", disabled = false } = options;
  const names = {
    primary: "educonnect-button educonnect-button-primary",
    secondary: "educonnect-button",
    link: "educonnect-link",
  };
  const click = (event: MouseEvent) => {
    if (disabled) event.preventDefault();
    else options.onClick?.(event);
  };
  return html`<button
    class="${names[kind]} ${options.className ?? ""}"
    part=${kind === "link" ? "link" : `button ${kind === "primary" ? "button-primary" : ""}`}
    type=${options.type ?? "button"}
    aria-disabled=${disabled ? "true" : "false"}
    @click=${click}
  >
    ${options.label}
  </button>`;
}
