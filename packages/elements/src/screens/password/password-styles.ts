import { css } from "../../theme/styling.ts";

/** The checklist, the strength word and the help. */
export const passwordStyles = css`
  .educonnect-tight {
    gap: 0.75rem;
  }
  .educonnect-checklist {
    display: grid;
    gap: 0.25rem;
    margin-block-start: 0.25rem;
    list-style: none;
    font-size: 0.9375rem;
  }
  .educonnect-rule {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
    gap: 0.375rem;
    color: var(--_muted);
  }
  .educonnect-rule span,
  .educonnect-help :is(p, li) {
    white-space: pre-line;
  }
  .educonnect-met {
    color: var(--_success);
  }
  .educonnect-rule svg {
    margin-block-start: 0.125rem;
  }
  .educonnect-strength {
    padding: 0.125rem 0.625rem;
    border: var(--_border-width) solid currentColor;
    border-radius: 1rem;
    font-size: 0.875rem;
    font-weight: 650;
  }
  .educonnect-strength-weak {
    color: var(--_error);
  }
  .educonnect-strength-fair {
    color: var(--_warning);
  }
  .educonnect-strength-strong {
    color: var(--_success);
  }
  .educonnect-help summary {
    list-style-position: inside;
    display: list-item;
  }
  .educonnect-help ul {
    margin-inline-start: 1.25rem;
  }
`;
