import { css } from "./css.ts";

/** Other ways on, where one is closed or may lead nowhere. */
export const otherWaysStyles = css`
  .educonnect-other-ways {
    display: grid;
    gap: 0.25rem;
  }
  .educonnect-other-ways ul {
    list-style: none;
  }
`;
