import { css } from "./styling.ts";

/**
 * Buttons, links, fields and messages.
 *
 * A row of buttons goes from the way back to the way on, in the text as on the screen. Where they don't fit side by side the way on stands
 * first, and `reading-flow` has Tab and screen readers follow what is seen (WCAG 1.3.2, 2.4.3); where browsers don't know it, the two
 * neighbours are met the other way round. A button alone stands under the start of the fields.
 */
export const controlStyles = css`
  .educonnect-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0.5rem min(1.25rem, 4vw);
    border: var(--_border-width) solid var(--_outline);
    border-radius: var(--_radius);
    color: var(--_accent);
    background: transparent;
    font: 600 1rem / 1.3 var(--_font);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .educonnect-button:hover {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }
  .educonnect-button-primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
  }
  .educonnect-button-primary:hover {
    background: var(--_accent-strong);
    border-color: transparent;
  }
  .educonnect-closed {
    color: var(--_muted);
    background: var(--_sunken);
    border-color: var(--_border);
    cursor: not-allowed;
  }
  .educonnect-icon {
    flex: none;
    vertical-align: -0.15em;
  }
  .educonnect-link .educonnect-icon {
    margin-inline-start: 0.375rem;
  }
  .educonnect-icon-arrow:dir(rtl),
  .educonnect-icon-newWindow:dir(rtl) {
    transform: scaleX(-1);
  }
  .educonnect-actions {
    display: flex;
    flex-wrap: wrap-reverse;
    reading-flow: flex-visual;
    justify-content: space-between;
    gap: 0.75rem;
  }
  @media (max-width: 30rem) {
    .educonnect-actions > * {
      flex: auto;
    }
  }
  .educonnect-link {
    display: inline-block;
    padding: calc((var(--_target) - 1.35em) / 2) 0;
    border: 0;
    color: var(--_accent);
    background: none;
    font: 500 1rem / 1.35 var(--_font);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .educonnect-link:hover {
    color: var(--_accent-strong);
    text-decoration-thickness: 2px;
  }
  .educonnect-link[aria-disabled="true"] {
    color: var(--_muted);
    text-decoration: none;
    cursor: not-allowed;
  }
  .educonnect-links {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1.5rem;
  }
  .educonnect-or {
    display: flex;
    align-items: center;
    gap: 1rem;
    color: var(--_muted);
  }
  .educonnect-or::before,
  .educonnect-or::after {
    content: "";
    flex: 1;
    border-block-start: var(--_border-width) solid var(--_border);
  }
  .educonnect-franceconnect {
    gap: var(--_gap);
  }
  .educonnect-franceconnect-button {
    min-inline-size: min(15.5rem, 100%);
    max-inline-size: 100%;
    min-block-size: 3.5rem;
    flex-direction: column;
    gap: 0;
  }
  .educonnect-franceconnect-name {
    font-size: 1.125rem;
  }
  .educonnect-field {
    gap: 0.375rem;
  }
  .educonnect-label {
    font-weight: 600;
    hyphens: auto;
  }
  .educonnect-label-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: 1rem;
  }
  .educonnect-label-row .educonnect-link {
    margin-block: -0.625rem;
    font-size: 0.9375rem;
  }
  .educonnect-hint {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .educonnect-input {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.5rem min(0.75rem, 4vw);
    border: var(--_border-width) solid var(--_outline);
    border-radius: var(--_radius);
    color: inherit;
    background: var(--_surface);
    font: 1rem / 1.4 var(--_font);
    appearance: none;
  }
  .educonnect[dir="rtl"] :is(.educonnect-input, [dir="auto"]):dir(ltr) {
    text-align: end;
  }
  .educonnect-input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .educonnect-input:hover {
    border-color: var(--_accent);
  }
  .educonnect-input[aria-invalid="true"] {
    border: calc(var(--_border-width) + 1px) solid var(--_error);
    padding-block: calc(0.5rem - 1px);
  }
  .educonnect-input-row {
    position: relative;
    display: block;
  }
  .educonnect-input-row .educonnect-input[name] {
    padding-inline-end: 3.25rem;
  }
  .educonnect[dir="rtl"] .educonnect-input-row .educonnect-input {
    padding-inline: 3.25rem 0.75rem;
  }
  .educonnect-toggle {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    inline-size: var(--_target);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    color: var(--_muted);
    background: none;
    cursor: pointer;
  }
  .educonnect-toggle:hover {
    color: var(--_accent);
  }
  .educonnect-error {
    color: var(--_error);
    font-weight: 500;
    font-size: 0.9375rem;
  }
  .educonnect-panel {
    gap: 0.5rem;
    padding: 1rem min(1.125rem, 4vw);
    border-radius: var(--_radius);
    background: var(--_sunken);
    border: var(--_border-width) solid transparent;
  }
  .educonnect-panel > .educonnect-actions {
    margin-block: 0.5rem 0.25rem;
  }
  .educonnect-panel > .educonnect-link,
  .educonnect-panel > p > .educonnect-link {
    margin-block: -0.375rem;
  }
  .educonnect-summary {
    background: var(--_error-soft);
    border: var(--_border-width) solid var(--_error);
    border-inline-start-width: 0.3125rem;
  }
  .educonnect-summary ul {
    list-style: none;
  }
  .educonnect-summary .educonnect-link {
    color: var(--_error);
    padding-block: 0.25rem;
  }
  .educonnect-warning {
    background: var(--_warning-soft);
    border: var(--_border-width) solid var(--_warning);
    border-inline-start-width: 0.3125rem;
  }
  @media (forced-colors: active) {
    .educonnect-button-primary {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .educonnect :is(.educonnect-closed, .educonnect-link[aria-disabled="true"]) {
      color: GrayText;
      background: Canvas;
      border-color: GrayText;
    }
  }
`;
