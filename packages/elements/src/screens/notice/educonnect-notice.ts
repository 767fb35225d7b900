import { frenchFlow } from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { schoolContact } from "../../controls/school-contact.ts";
import { describeDelay } from "../../i18n/wording.ts";
import { StepScreen } from "../step-screen.ts";
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
export class EduconnectNotice extends StepScreen {
  static override properties = { reason: {} };

  /** Why the way on is closed. */
  declare reason: NoticeReason;

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
      ${this.reason === "unavailable" ? nothing : schoolContact(this.words, this.contact, this.contactLink())}
      ${
        this.isLeaving
          ? this.leavingQuestion()
          : html`<div class="educonnect-actions">
              ${this.backButton()} ${this.link("retry", "notice.retry", "primary")}
              ${this.link("sign-in", "notice.restart", "primary")}
            </div>`
      }`;
  }

  #reasonText(): string {
    if (this.reason !== "locked") return this.text(`notice.${this.reason}.text`);
    const delay = describeDelay(this.words, this.clock.secondsUntil(this.lockedUntil));
    return this.text("locked.text", { delay });
  }
}
