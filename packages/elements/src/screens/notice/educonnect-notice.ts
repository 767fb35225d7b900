import { frenchFlow } from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { BaseScreen } from "../base-screen.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import { addTexts } from "../../i18n/translate.ts";

/** Why the way on is closed. */
export type NoticeReason =
  | "allRefused"
  | "awaitingSchool"
  | "closed"
  | "expired"
  | "abandoned"
  | "locked"
  | "moved"
  | "unavailable";

addTexts("flow", frenchFlow);

/**
 * A dead end: what happened, what to do about it, and whom to ask.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `backRequested`, where the answers can be given again
 * @fires {CustomEvent} educonnect-navigate - `sign-in` and `retry`, where `links` wires them
 */
export class EduconnectNotice extends BaseScreen {
  static override properties = {
    ...stepProperties,
    reason: {},
  };

  /** Why the way on is closed. */
  declare reason: NoticeReason;

  protected override readonly step = new StepFrame(this);

  constructor() {
    super();
    this.reason = "unavailable";
  }

  protected override headingText(): string {
    return this.text(this.reason === "locked" ? "locked.heading" : `notice.${this.reason}.heading`);
  }

  protected override renderSummary(): unknown {
    return nothing;
  }

  protected override renderContent(): unknown {
    return html`<p class="educonnect-text">${this.#reasonText()}</p>
      ${this.reason === "unavailable" ? nothing : this.step.contact()}
      ${
        this.step.isLeaving
          ? this.step.leavingQuestion()
          : html`<div class="educonnect-actions">
              ${this.step.backButton()} ${this.link("retry", "notice.retry", "primary")}
              ${this.link("sign-in", "notice.restart", "primary")}
            </div>`
      }`;
  }

  #reasonText(): string {
    return this.reason === "locked" ? this.step.lockText() : this.text(`notice.${this.reason}.text`);
  }
}
