import { css } from "./css.ts";

/** Radio buttons and boxes to tick, each with its whole line as its target. */
export const choiceStyles = css`
  .educonnect-radio,
  .educonnect-checkbox {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.75rem;
    min-block-size: var(--_target);
    padding-block: 0.25rem;
    line-height: 1.35;
  }
  :is(.educonnect-radio, .educonnect-checkbox) input {
    z-index: 1;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  :is(.educonnect-radio, .educonnect-checkbox) input:not(:checked) {
    appearance: none;
    border: 2px solid var(--_outline);
    border-radius: 0.25rem;
    background: var(--_surface);
  }
  .educonnect-radio input:not(:checked) {
    border-radius: 50%;
  }
  .educonnect-choice-name {
    hyphens: auto;
  }
  .educonnect-choice-name::before {
    content: "";
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
`;
