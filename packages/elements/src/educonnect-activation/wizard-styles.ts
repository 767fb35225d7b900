import { css } from "../theme/css.ts";

/** What stands in for a screen while nothing is known yet; as tall as the first screen, so that the page below does not jump. */
export const wizardStyles = css`
  .educonnect-loading {
    min-block-size: 33rem;
  }
  .educonnect-skeleton {
    display: grid;
    gap: var(--_gap);
    margin-block-start: var(--_gap);
  }
  .educonnect-skeleton > span {
    block-size: var(--_target);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .educonnect-skeleton > :first-child {
    inline-size: 60%;
  }
`;
