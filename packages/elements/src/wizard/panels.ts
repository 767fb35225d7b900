import type { Issue } from "@educonnect-activation/core";
import { html, nothing, type TemplateResult } from "lit";
import { button } from "../controls/button.ts";
import { describeIssue, translate, type MessageOverrides } from "../i18n/translate.ts";
import { css } from "../theme/styling.ts";

/** What stands where the screen will be, from the first instant: an empty page on a slow line looks broken. It is told when that takes long. */
export function loadingPanel(messages: MessageOverrides, isSlow: boolean): TemplateResult {
  const text = translate(messages, "loading");
  return html`<div
    class="educonnect educonnect-loading"
    lang=${translate(messages, "lang")}
    dir=${translate(messages, "dir")}
  >
    <p class="educonnect-muted" aria-hidden="true">${text}</p>
    <p class="educonnect-hidden" role="status">${isSlow ? text : nothing}</p>
    <div class="educonnect-skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
  </div>`;
}

/** What stands there when the server can't be asked: nothing was lost, and it can be asked again. */
export function unreachablePanel(
  messages: MessageOverrides,
  isBusy: boolean,
  onRetry: () => void,
): TemplateResult {
  return html`<div
    class="educonnect educonnect-unreachable"
    lang=${translate(messages, "lang")}
    dir=${translate(messages, "dir")}
  >
    <div class="educonnect-stack" role="alert">
      <h2 class="educonnect-heading" tabindex="-1">${translate(messages, "notice.unavailable.heading")}</h2>
      <p>${translate(messages, "notice.unavailable.text")}</p>
      ${retryActions(messages, isBusy, onRetry)}
    </div>
  </div>`;
}

/** A failure above the screen; with `onRetry` the request can be sent again as it was. */
export function noticePanel(
  messages: MessageOverrides,
  issue: Issue,
  isBusy: boolean,
  onRetry: (() => void) | null,
): TemplateResult {
  return html`<div class="educonnect-panel educonnect-warning educonnect-notice" role="alert">
    <p>${describeIssue(messages, issue)}</p>
    ${onRetry === null ? nothing : retryActions(messages, isBusy, onRetry)}
  </div>`;
}

function retryActions(messages: MessageOverrides, isBusy: boolean, onRetry: () => void): TemplateResult {
  return html`<div class="educonnect-actions">
    ${button({ label: translate(messages, "notice.retry"), disabled: isBusy, onClick: onRetry })}
  </div>`;
}

/** What stands in for a screen while nothing is known yet; as tall as the first screen, so that the page below does not jump. */
export const wizardStyles = css`
  .educonnect-loading {
    min-block-size: 33rem;
  }
  .educonnect-skeleton {
    display: grid;
    gap: var(--_gap);
    margin-block-start: var(--_gap);
  }
  .educonnect-skeleton > span {
    block-size: var(--_target);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .educonnect-skeleton > :first-child {
    inline-size: 60%;
  }
`;
