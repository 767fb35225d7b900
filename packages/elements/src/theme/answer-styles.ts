import { css } from "./styling.ts";

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

/** Three fields as wide as what goes into them, side by side even in a card at 320 px. */
export const dateStyles = css`
  .educonnect-date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .educonnect-date > * {
    flex: 1 1 2.5rem;
    max-inline-size: 4.25rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125rem;
  }
  .educonnect-date > .educonnect-date-year {
    flex-basis: 3.75rem;
    max-inline-size: 6rem;
  }
  .educonnect-date .educonnect-input {
    padding-inline: 0.5rem;
  }
`;
