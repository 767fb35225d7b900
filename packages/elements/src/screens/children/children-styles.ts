import { css } from "../../theme/css.ts";

/** A card per child. */
export const childrenStyles = css`
  .educonnect-child {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    padding: 1.125rem clamp(0.75rem, 4vw, 1.25rem) 1.25rem;
    border: var(--_border-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_sunken);
  }
  .educonnect-child-name {
    float: inline-start;
    inline-size: 100%;
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.35;
  }
  .educonnect-child-school {
    display: block;
    color: var(--_muted);
    font-size: 0.9375rem;
    font-weight: 400;
  }
`;
