import { css } from "lit";

/** Three fields as wide as what goes into them. */
export const dateStyles = css`
  .educonnect-date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .educonnect-date > * {
    inline-size: 4.25rem;
    display: grid;
    gap: 0.125rem;
  }
  .educonnect-date > .educonnect-date-year {
    inline-size: 6rem;
  }
  .educonnect legend {
    padding: 0;
  }
`;
