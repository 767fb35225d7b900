import { css } from "../../theme/styling.ts";

/** Numbered questions whose answers are cards. */
export const portalStyles = css`
  .educonnect-question {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .educonnect-question-name {
    display: flex;
    gap: 0.625rem;
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.75rem;
  }
  .educonnect-question-name > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .educonnect-question-name > .educonnect-number {
    flex: none;
    min-inline-size: 1.75rem;
    block-size: 1.75rem;
    border-radius: 1rem;
    color: var(--_accent);
    background: var(--_accent-soft);
    font-size: 0.9375rem;
    text-align: center;
  }
  .educonnect-choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14.5rem), 1fr));
    gap: 0.5rem;
  }
  .educonnect-choices-short {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
  }
  .educonnect-choice {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: calc(var(--_target) + 0.25rem);
    padding: 0.625rem 0.875rem;
    border: var(--_border-width) solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    line-height: 1.35;
  }
  .educonnect-choice-text::before {
    content: "";
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
  .educonnect-choice:hover {
    border-color: var(--_accent);
  }
  .educonnect-choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .educonnect-choice:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .educonnect-question[aria-invalid] .educonnect-choice {
    border-color: var(--_error);
  }
  .educonnect-choice input {
    flex: none;
    z-index: 1;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .educonnect-choice input:focus-visible {
    outline: none;
  }
  .educonnect-choice-text {
    flex: 1;
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .educonnect-choice-label {
    font-weight: 500;
  }
  .educonnect-choice-icon {
    flex: none;
    object-fit: contain;
  }
  .educonnect-facts {
    overflow-wrap: anywhere;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .educonnect-facts dt {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .educonnect-facts dd {
    font-weight: 600;
  }
  .educonnect-offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
    overflow-wrap: anywhere;
  }
  @media (max-width: 30rem) {
    .educonnect-offer > .educonnect-button {
      flex: 1 1 100%;
    }
  }
  @media (forced-colors: active) {
    .educonnect-choice:has(:checked) {
      border: 2px solid Highlight;
    }
    .educonnect-number {
      border: var(--_border-width) solid;
      line-height: 1.6rem;
    }
  }
`;
