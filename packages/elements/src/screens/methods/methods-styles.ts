import { css } from "../../theme/styling.ts";

/** Methods side by side where there is room, so that they can be compared. */
export const methodsStyles = css`
  .educonnect-wide {
    --_width: 64rem;
  }
  .educonnect-choose ol {
    padding-inline-start: 1.5rem;
  }
  .educonnect-choose li {
    padding-block: 0.375rem;
  }
  .educonnect-choose .educonnect-link {
    display: inline;
    padding: 0;
  }
  .educonnect-compare {
    container-type: inline-size;
  }
  .educonnect-methods {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .educonnect-method {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    align-content: start;
    gap: 1rem;
    padding: 1.125rem clamp(0.875rem, 4vw, 1.25rem) 1.25rem;
    border: var(--_border-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
  }
  .educonnect-method > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .educonnect-method > :is(:first-child, :last-child) {
    grid-column: 1 / -1;
  }
  @container (min-width: 46rem) {
    .educonnect-methods {
      grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    }
    .educonnect-methods > .educonnect-method {
      grid-row: span 4;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: subgrid;
    }
  }
  .educonnect-method-label {
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
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    align-content: start;
    gap: 0.25rem;
  }
  .educonnect-begin .educonnect-link {
    font-size: 0.9375rem;
  }
  .educonnect-ask {
    overflow-wrap: anywhere;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
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
