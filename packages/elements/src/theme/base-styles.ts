import { css } from "./styling.ts";

/** Ground, type and layout that every screen shares. */
export const baseStyles = css`
  .educonnect {
    box-sizing: border-box;
    max-inline-size: var(--_width);
    margin-inline: auto;
    padding: min(5vw, 2.25rem);
    color: var(--_text);
    background: var(--_surface);
    border: var(--_border-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.75);
    font: 1rem / 1.5 var(--_font);
    text-align: start;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  .educonnect *,
  .educonnect *::before {
    box-sizing: border-box;
  }
  .educonnect :where(p, h2, h3, h4, ul, ol, dl, dd) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    font-family: inherit;
  }
  .educonnect-stack,
  .educonnect-form,
  .educonnect-field,
  .educonnect-panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 1.5);
  }
  .educonnect-eyebrow {
    color: var(--_accent);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .educonnect-heading {
    font-family: var(--_font-heading);
    font-size: clamp(1.375rem, 1.1rem + 1.4vw, 1.75rem);
    line-height: 1.25;
    font-weight: 700;
    letter-spacing: -0.01em;
    text-wrap: balance;
    hyphens: auto;
  }
  .educonnect-subheading {
    font-family: var(--_font-heading);
    font-size: 1.125rem;
    line-height: 1.35;
    font-weight: 650;
    text-wrap: balance;
    hyphens: auto;
  }
  .educonnect[dir="rtl"] {
    line-height: 1.75;
  }
  .educonnect[dir="rtl"] :is(h2, h3, .educonnect-child-name, .educonnect-card-title) {
    line-height: 1.5;
    letter-spacing: 0;
  }
  .educonnect-text {
    max-inline-size: 62ch;
    text-wrap: pretty;
  }
  .educonnect-muted {
    color: var(--_muted);
  }
  .educonnect-status {
    color: var(--_muted);
    margin-block-start: calc(var(--_gap) * -0.75);
    font-size: 0.9375rem;
  }
  .educonnect :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
    border-radius: calc(var(--_radius) * 0.75);
  }
  .educonnect-heading:focus-visible {
    outline-offset: 0.375rem;
  }
  .educonnect :is(a, button, input, summary, [tabindex]) {
    scroll-margin-block: min(7rem, 25vh);
  }
  @media (prefers-reduced-motion: no-preference) {
    .educonnect-button,
    .educonnect-link,
    .educonnect-input {
      transition: background-color 0.12s;
    }
  }
`;

/** What holds in any look, a host's own design system's too: what is out of sight, and groups of fields without the browser's frame. */
export const hidingStyles = css`
  :where(.educonnect) :is(fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .educonnect-joined {
    white-space: nowrap;
  }
  .educonnect [hidden] {
    display: none;
  }
  .educonnect-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
