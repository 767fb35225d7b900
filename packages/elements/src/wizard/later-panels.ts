import type { SessionView } from "@educonnect-activation/core";
import { html, type TemplateResult } from "lit";
import { button } from "../controls/button.ts";
import { confirmation } from "../controls/confirmation.ts";
import { screenLink } from "../controls/screen-link.ts";
import { translate, type MessageOverrides } from "../i18n/translate.ts";

/** Renders the question asked before the browser's back button gives the activation up. */
export function leaveQuestion(
  messages: MessageOverrides,
  id: string,
  disabled: boolean,
  onAnswer: (agreed: boolean) => void,
): TemplateResult {
  return confirmation({
    id,
    disabled,
    heading: translate(messages, "abandon.heading"),
    text: translate(messages, "abandon.text"),
    confirm: translate(messages, "abandon.confirm"),
    cancel: translate(messages, "abandon.cancel"),
    onAnswer,
  });
}

/** Renders the button that leads back from the methods to the previous screen. */
export function methodsBack(messages: MessageOverrides, isBusy: boolean, onBack: () => void): TemplateResult {
  return html`<div class="educonnect-actions">
    ${button({
      label: translate(messages, "back"),
      disabled: isBusy,
      className: "educonnect-back",
      onClick: onBack,
    })}
  </div>`;
}

/** Renders who is signed in, for a host whose page of services is elsewhere. */
export function signedInPanel(
  messages: MessageOverrides,
  session: SessionView,
  isBusy: boolean,
  acts: { readonly href: string | null; readonly onEnter: () => boolean; readonly onSignOut: () => void },
): TemplateResult {
  const name = `${session.givenName} ${session.familyName}`;
  const enter = { href: acts.href, label: translate(messages, "success.services"), look: "primary" } as const;
  return html`<div
    class="educonnect educonnect-signed-in"
    lang=${translate(messages, "lang")}
    dir=${translate(messages, "dir")}
  >
    <div class="educonnect-stack">
      <h2 class="educonnect-heading" tabindex="-1">
        ${translate(messages, "services.signedInAs", { name })}
      </h2>
      <div class="educonnect-actions">
        ${button({
          label: translate(messages, "services.signOut"),
          disabled: isBusy,
          className: "educonnect-back",
          onClick: acts.onSignOut,
        })}
        ${screenLink({ ...enter, onFollow: acts.onEnter })}
      </div>
    </div>
  </div>`;
}
