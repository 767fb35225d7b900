import { css } from "../../theme/css.ts";

/** Methods side by side where there is room, so that they can be compared. */
export const methodsStyles = css`
  .educonnect-wide {
    --_width: 64rem;
  }
  .educonnect-choose ol {
    display: grid;
    padding-inline-start: 1.25rem;
  }
  .educonnect-choose .educonnect-link {
    padding-block: 0.5rem;
  }
  .educonnect-methods {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: 1rem;
  }
  .educonnect-method {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 1rem;
    padding: 1.125rem clamp(0.875rem, 4vw, 1.25rem) 1.25rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
  }
  .educonnect-method h4 {
    color: var(--_muted);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .educonnect-method :is(ul, ol) {
    display: grid;
    gap: 0.25rem;
    margin-block-start: 0.25rem;
    padding-inline-start: 1.25rem;
  }
  .educonnect-first {
    color: var(--_accent);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .educonnect-begin {
    display: grid;
    justify-items: start;
    align-self: end;
    gap: 0.25rem;
  }
  @media print {
    .educonnect-begin {
      display: none;
    }
    .educonnect-method {
      break-inside: avoid;
    }
  }
`;
