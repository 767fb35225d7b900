import { css } from "./styling.ts";

/** What the steps of the wizard show besides: their header and their place among the others. */
export const stepStyles = css`
  .educonnect-header {
    display: grid;
    gap: 0.25rem;
  }
  .educonnect-title {
    font-size: 1.125rem;
    line-height: 1.3;
    font-weight: 600;
    color: var(--_muted);
  }
  .educonnect-address {
    overflow-wrap: anywhere;
  }
  .educonnect-progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.75rem;
    margin-block-start: 0.5rem;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .educonnect-progress-bar {
    display: flex;
    flex: 1 1 8rem;
    gap: 0.25rem;
  }
  .educonnect-step {
    flex: 1;
    block-size: 0.25rem;
    border-radius: 1rem;
    background: var(--_border);
  }
  .educonnect-done {
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    .educonnect-step {
      block-size: 0.5rem;
      border: 1px solid;
    }
    .educonnect-done {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  .educonnect-keep > div {
    margin-block-start: 0.5rem;
  }
  .educonnect-other-ways {
    display: grid;
    gap: 0.25rem;
  }
  .educonnect-other-ways ul {
    list-style: none;
  }
`;
