import { css } from "./styling.ts";

/** An identifier to read, note or print. */
export const identifierStyles = css`
  .educonnect-identifier {
    padding: 1.25rem min(1.25rem, 4vw);
    border: var(--_border-width) solid var(--_accent);
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_accent-soft);
    font: 650 clamp(1.5rem, 1rem + 3vw, 2.25rem) / 1.2 var(--_font-code);
    text-align: center;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .educonnect-mark {
    display: grid;
    place-items: center;
    inline-size: 3rem;
    block-size: 3rem;
    border-radius: 50%;
    color: var(--_success);
    background: var(--_accent-soft);
  }
  .educonnect-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block-start: 0.75rem;
  }
`;
