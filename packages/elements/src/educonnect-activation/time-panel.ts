import { html, nothing, type TemplateResult } from "lit";
import { button } from "../controls/button.ts";
import { describeDelay } from "../i18n/describe-wait.ts";
import { translate, type MessageOverrides } from "../i18n/translate.ts";
import { css } from "../theme/css.ts";
import type { TimeLimit } from "./time-limit.ts";

/** What the warning says. */
export interface TimeWarning extends Pick<TimeLimit, "of" | "canExtend"> {
  readonly secondsLeft: number;
}

/** In sight of whoever has scrolled on, except where the window is too low for it; what takes the focus keeps clear of it (WCAG 2.4.11). */
export const timePanelStyles = css`
  .educonnect-time-limit {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  .educonnect-time-limit > p {
    flex: 1 1 14rem;
  }
  .educonnect-stack:has(> .educonnect-time-limit) :is(a, button, input, summary, [tabindex]) {
    scroll-margin-block-start: min(14rem, 45vh);
  }
  @media (max-height: 30rem) {
    .educonnect-time-limit {
      position: static;
    }
  }
`;

/** Says that the time is nearly over, and gives more of it by one press. */
export function timePanel(
  messages: MessageOverrides,
  { of, canExtend, secondsLeft }: TimeWarning,
  isBusy: boolean,
  onContinue: () => void,
): TemplateResult {
  const delay = describeDelay(messages, secondsLeft);
  return html`<div class="educonnect-panel educonnect-warning educonnect-time-limit" role="alert">
    <p>${translate(messages, canExtend ? `timeLimit.${of}` : `timeLimit.${of}Last`, { delay })}</p>
    ${
      canExtend
        ? button({
            label: translate(messages, "timeLimit.continue"),
            disabled: isBusy,
            onClick: onContinue,
          })
        : nothing
    }
  </div>`;
}
