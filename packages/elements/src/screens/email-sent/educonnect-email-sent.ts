import { frenchFlow } from "@educonnect-activation/core";
import { html } from "lit";
import { addTexts } from "../../i18n/translate.ts";
import { SentCodeScreen } from "../sent-code-screen.ts";

addTexts("flow", frenchFlow);

/**
 * Screen 9: a mail is on its way; its link, or its code typed here, confirms the address. The host moves on once it is confirmed.
 *
 * `to` is the address, in full where it was typed, else masked; null says « votre adresse mail ».
 *
 * @fires {CustomEvent<Command>} educonnect-command - `emailCodeSubmitted`, `emailResendRequested`, `emailCorrectionRequested`,
 *   `backRequested`, `abandonRequested`
 */
export class EduconnectEmailSent extends SentCodeScreen {
  protected override get texts() {
    return "emailSent" as const;
  }

  protected override renderContent(): unknown {
    return [
      html`<div class="educonnect-stack educonnect-text">
        ${this.withPlace("emailSent.text", this.to ?? this.text("emailSent.yourAddress"))}
        <p>${this.text("emailSent.spam")}</p>
        <p>${this.text("emailSent.link")}</p>
        <p class="educonnect-muted">${this.text("emailSent.waiting")}</p>
      </div>`,
      this.resendPanel(
        this.button({
          label: "emailSent.correct",
          kind: "link",
          leads: "away",
          onClick: () => this.send({ type: "emailCorrectionRequested" }, "away"),
        }),
      ),
      this.form([
        html`<h3 class="educonnect-subheading">${this.text("emailSent.codeHeading")}</h3>`,
        this.codeField(),
        this.stepActions("emailSent.submit"),
      ]),
    ];
  }

  protected override resend(): void {
    this.send({ type: "emailResendRequested" });
  }

  protected override sendCode(code: string): void {
    this.send({ type: "emailCodeSubmitted", code });
  }
}
