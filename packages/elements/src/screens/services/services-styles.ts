import { css } from "../../theme/styling.ts";

/** The page after the activation: wider than a form, with its navigation and cards. */
export const servicesStyles = css`
  .educonnect-page {
    --_width: 64rem;
  }
  .educonnect-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    padding-block-end: 0.75rem;
    border-block-end: var(--_border-width) solid var(--_border);
  }
  .educonnect-navigation-list {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem clamp(0.875rem, 4vw, 1.5rem);
    list-style: none;
  }
  .educonnect-bar .educonnect-link {
    text-decoration: none;
  }
  .educonnect-bar .educonnect-link:hover {
    text-decoration: underline;
  }
  .educonnect-navigation-current {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    font-weight: 650;
    border-block-end: 3px solid var(--_accent);
  }
  .educonnect-person {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
  }
  .educonnect-badge {
    display: grid;
    place-items: center;
    min-inline-size: 2.5rem;
    block-size: 2.5rem;
    padding-inline: 0.25rem;
    border-radius: 2rem;
    color: var(--_on-accent);
    background: var(--_accent);
    font-size: 0.875rem;
    font-weight: 650;
    letter-spacing: 0.02em;
  }
  .educonnect-cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    gap: 1rem;
    list-style: none;
  }
  .educonnect-cards > li {
    display: grid;
  }
  .educonnect-card {
    display: grid;
    align-content: start;
    gap: 0.375rem;
    padding: 1.125rem 1.25rem;
    border: var(--_border-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    position: relative;
  }
  .educonnect-card:has(a:hover) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .educonnect-card-link {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .educonnect-card-link::before {
    content: "";
    position: absolute;
    inset: 0;
  }
  .educonnect-card-link + .educonnect-icon {
    color: var(--_accent);
    vertical-align: -0.125em;
  }
  .educonnect-card-title {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.35;
  }
  .educonnect-down {
    color: var(--_muted);
    background: var(--_sunken);
  }
  .educonnect-down-mark {
    color: var(--_warning);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .educonnect-news {
    display: grid;
    gap: 1rem;
    list-style: none;
  }
  .educonnect-news .educonnect-link {
    display: inline;
    padding-block: 0.25rem;
  }
  .educonnect-section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .educonnect-given {
    white-space: pre-line;
  }
`;
