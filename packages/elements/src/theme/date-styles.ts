import { css } from "./css.ts";

/** Three fields as wide as what goes into them. */
export const dateStyles = css`
  .educonnect-date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .educonnect-date > * {
    inline-size: 3.75rem;
    display: grid;
    gap: 0.125rem;
  }
  .educonnect-date > .educonnect-date-year {
    inline-size: 5rem;
  }
  .educonnect legend {
    padding: 0;
  }
`;
