import { css } from "./css.ts";

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
