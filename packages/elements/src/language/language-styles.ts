import { css } from "../theme/styling.ts";

/** A line that a portal can put into its header; it has no ground of its own. */
export const languageStyles = css`
  .educonnect-language {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    max-inline-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    color: inherit;
    background: none;
  }
  .educonnect-language-label {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    font-weight: 600;
  }
  .educonnect-language-select {
    min-block-size: var(--_target);
    max-inline-size: 100%;
    padding: 0.5rem 0.75rem;
    border: var(--_border-width) solid var(--_outline);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    font: 1rem / 1.3 var(--_font);
  }
  .educonnect-language-failure {
    flex-basis: 100%;
  }
  .educonnect-language-failure p {
    margin: 0;
  }
  .educonnect-language-offer,
  .educonnect-language-reload {
    background: var(--_surface);
  }
`;
