import { css } from "./css.ts";

/** What holds in any look, a host's own design system's too: what is out of sight, and groups of fields without the browser's frame. */
export const hidingStyles = css`
  :where(.educonnect) :is(fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .educonnect-joined {
    white-space: nowrap;
  }
  .educonnect [hidden] {
    display: none;
  }
  .educonnect-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
