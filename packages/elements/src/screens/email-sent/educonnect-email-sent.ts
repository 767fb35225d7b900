import { frenchFlow, type Issue } from "@educonnect-activation/core";
import { html } from "lit";
import { addTexts } from "../../i18n/translate.ts";
import { BaseScreen } from "../base-screen.ts";
import { SentCode, sentCodeProperties } from "../sent-code.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";

addTexts("flow", frenchFlow);

/**
 * Screen 9: a mail is on its way; its link, or its code typed here, confirms the address. The host moves on once it is confirmed.
 *
 * `to` is the address, in full where it was typed, else masked; null says « votre adresse mail ».
 *
 * @fires {CustomEvent<Command>} educonnect-command - `emailCodeSubmitted`, `emailResendRequested`, `emailCorrectionRequested`,
 *   `backRequested`, `abandonRequested`
 */
export class EduconnectEmailSent extends BaseScreen {
  static override properties = {
    ...stepProperties,
    ...sentCodeProperties,
  };

  /**
   * The address or number as it may be shown, mostly masked; null speaks of it without showing it.
   *
   * @attr to
   */
  declare to: string | null;
  /**
   * How many more messages may be sent.
   *
   * @attr sends-left
   */
  declare sendsLeft: number;
  /**
   * When the next may be sent (epoch seconds).
   *
   * @attr next-send-at
   */
  declare nextSendAt: number;
  /**
   * Digits of the code; 8 by default.
   *
   * @attr code-length
   */
  declare codeLength: number;

  protected override readonly step = new StepFrame(this, {
    awaited: () => Math.max(this.lockedUntil ?? 0, this.nextSendAt),
  });
  readonly #code = new SentCode(this, this.step.clock, {
    texts: "emailSent",
    resend: "emailResendRequested",
    submit: "emailCodeSubmitted",
  });

  protected override get fields(): readonly string[] {
    return ["code"];
  }

  protected override headingText(): string {
    return this.text("emailSent.heading");
  }

  protected override renderContent(): unknown {
    return [
      html`<div class="educonnect-stack educonnect-text">
        ${this.#code.place(this.to ?? this.text("emailSent.yourAddress"))}
        <p>${this.text("emailSent.spam")}</p>
        <p>${this.text("emailSent.link")}</p>
        <p class="educonnect-muted">${this.text("emailSent.waiting")}</p>
      </div>`,
      this.#code.resendPanel(
        this.button({
          label: "emailSent.correct",
          kind: "link",
          leads: "away",
          onClick: () => this.send({ type: "emailCorrectionRequested" }, "away"),
        }),
      ),
      this.form([
        html`<h3 class="educonnect-subheading">${this.text("emailSent.codeHeading")}</h3>`,
        this.#code.field(),
        this.step.actions("emailSent.submit"),
      ]),
    ];
  }

  protected override submit(data: FormData): readonly Issue[] {
    return this.#code.submit(data);
  }
}
