import {
  frenchConfirmationLink,
  type ConfirmationLinkAnswerResponse,
  type ConfirmationLinkResponse,
} from "@educonnect-activation/core";
import { html, nothing, type PropertyValues } from "lit";
import { breakAddress } from "../../controls/school-contact.ts";
import { dispatch } from "../../events/educonnect-events.ts";
import { identifierStyles } from "../../theme/identifier-styles.ts";
import { BaseScreen } from "../base-screen.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import { addTexts } from "../../i18n/translate.ts";

addTexts("confirmation-link", frenchConfirmationLink);

/**
 * Screen 9b: the page that the confirmation link opens. Nothing is confirmed until a button is pressed, so a scanner that follows links
 * does no harm.
 *
 * @fires {CustomEvent} educonnect-link-answer - « Confirmer » or « Ce n'est pas moi »
 */
export class EduconnectEmailConfirm extends BaseScreen {
  static override properties = {
    ...stepProperties,
    request: { attribute: false },
    answer: { attribute: false },
  };

  /** What the link is about; null while it is looked up, or when `issues` says that it can't be used. */
  declare request: ConfirmationLinkResponse | null;
  /** What came of it, once answered. */
  declare answer: ConfirmationLinkAnswerResponse | null;

  protected override readonly step = new StepFrame(this);

  constructor() {
    super();
    this.audience = null;
    this.request = null;
    this.answer = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("request")) this.audience = this.request?.audience ?? null;
  }

  protected override get sheets() {
    return [...super.sheets, identifierStyles];
  }

  get #isFailed(): boolean {
    return this.answer === null && this.shownIssues.some(({ code }) => code.startsWith("confirmation_link_"));
  }

  protected override headingText(): string {
    if (this.answer !== null) return this.text(`emailConfirm.${this.answer.outcome}Heading`);
    return this.text(this.#isFailed ? "emailConfirm.failedHeading" : "emailConfirm.heading");
  }

  protected override renderSummary(): unknown {
    // The reason is the whole screen then, not a mistake of the reader's.
    return this.#isFailed || this.answer !== null ? nothing : super.renderSummary();
  }

  protected override renderContent(): unknown {
    const { request, answer } = this;
    if (answer !== null) {
      const confirmed = answer.ownFlow ? "emailConfirm.confirmedHere" : "emailConfirm.confirmedElsewhere";
      return html`<p class="educonnect-text">
        ${this.text(answer.outcome === "confirmed" ? confirmed : "emailConfirm.disownedText")}
      </p>`;
    }
    if (this.#isFailed) {
      return html`${this.shownIssues.map((issue) => html`<p class="educonnect-text">${this.issueText(issue)}</p>`)}
      ${this.step.contact()}`;
    }
    if (request === null)
      return this.shownIssues.length > 0 ? nothing : html`<p>${this.text("emailConfirm.loading")}</p>`;
    return html`<p class="educonnect-text">
        ${breakAddress(this.text("emailConfirm.text", { email: request.maskedEmail }))}
      </p>
      <p class="educonnect-identifier" dir="ltr">${request.identifier}</p>
      <div class="educonnect-actions">
        ${this.button({
          label: "emailConfirm.disown",
          className: "educonnect-back",
          onClick: () => this.#answer("disown"),
        })}
        ${this.button({ label: "confirm", kind: "primary", onClick: () => this.#answer("confirm") })}
      </div>
      ${this.status()}`;
  }

  #answer(answer: "confirm" | "disown"): void {
    if (!this.busy) dispatch(this, "educonnect-link-answer", { answer });
  }
}
