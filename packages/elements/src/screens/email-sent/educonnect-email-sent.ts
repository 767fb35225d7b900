import { frenchFlow, asciiDigits, type Issue } from "@educonnect-activation/core";
import { html, nothing, type PropertyValues } from "lit";
import { describeDelay } from "../../i18n/describe-issue.ts";
import { textField } from "../../controls/text-field.ts";
import { textOf } from "../../controls/text-of.ts";
import { StepScreen } from "../step-screen.ts";
import { addTexts } from "../../i18n/translate.ts";

addTexts(frenchFlow);

/**
 * Screen 9: a mail is on its way; its link, or its code typed here, confirms the address. The host moves on once it is confirmed.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `emailCodeSubmitted`, `emailResendRequested`, `emailCorrectionRequested`,
 *   `backRequested`, `abandonRequested`
 */
export class EduconnectEmailSent extends StepScreen {
  static override properties = {
    to: {},
    sendsLeft: { type: Number, attribute: "sends-left" },
    nextSendAt: { type: Number, attribute: "next-send-at" },
    codeLength: { type: Number, attribute: "code-length" },
  };

  /** The address as it may be shown: in full where it was typed, else masked; null says « votre adresse mail ». */
  declare to: string | null;
  /** How many more mails may be sent. */
  declare sendsLeft: number;
  /** When the next may be sent (epoch seconds). */
  declare nextSendAt: number;
  /** Digits of the mail's code; 8 by default. */
  declare codeLength: number;
  #wasWaiting = false;

  constructor() {
    super();
    this.to = null;
    this.sendsLeft = 1;
    this.nextSendAt = 0;
    this.codeLength = 8;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const isWaiting = this.#secondsToWait() > 0;
    if (Number(changed.get("sendsLeft")) > this.sendsLeft) this.announcement = this.text("emailSent.resent");
    else if (this.#wasWaiting && !isWaiting && this.sendsLeft > 0) {
      this.announcement = this.text("emailSent.resendReady");
    }
    this.#wasWaiting = isWaiting;
  }

  protected override awaitedInstant(): number | null {
    return Math.max(this.lockedUntil ?? 0, this.nextSendAt);
  }

  #secondsToWait(): number {
    return this.clock.secondsUntil(this.nextSendAt);
  }

  protected override get fields(): readonly string[] {
    return ["code"];
  }

  protected override headingText(): string {
    return this.text("emailSent.heading");
  }

  protected override renderContent(): unknown {
    const length = this.codeLength;
    const email = html`<strong class="educonnect-address"
      >${this.to ?? this.text("emailSent.yourAddress")}</strong
    >`;
    const [before, after] = this.text("emailSent.text", { email: "\u0000" }).split("\u0000");
    return [
      html`<div class="educonnect-stack educonnect-text">
        <p>${before}${email}${after}</p>
        <p>${this.text("emailSent.spam")}</p>
        <p>${this.text("emailSent.link")}</p>
        <p class="educonnect-muted">${this.text("emailSent.waiting")}</p>
      </div>`,
      this.#sendAgain(),
      this.form([
        html`<h3 class="educonnect-subheading">${this.text("emailSent.codeHeading")}</h3>`,
        textField({
          ...this.field("code"),
          label: this.text("emailSent.code"),
          hint: this.text("emailSent.codeHint", { length }),
          autocomplete: "one-time-code",
          inputmode: "numeric",
        }),
        this.stepActions("emailSent.submit"),
      ]),
    ];
  }

  #sendAgain(): unknown {
    const seconds = this.#secondsToWait();
    return html`<div class="educonnect-panel educonnect-resend">
      <p>${this.text("emailSent.notReceived")}</p>
      ${
        this.sendsLeft > 0
          ? this.button({
              label: "emailSent.resend",
              kind: "link",
              disabled: seconds > 0,
              describedBy: this.idOf("wait"),
              onClick: () => this.send({ type: "emailResendRequested" }),
            })
          : nothing
      }
      <p class="educonnect-hint" id=${this.idOf("wait")}>${this.#waitText(seconds)}</p>
      ${this.button({
        label: "emailSent.correct",
        kind: "link",
        leads: "away",
        onClick: () => this.send({ type: "emailCorrectionRequested" }, "away"),
      })}
    </div>`;
  }

  /** Counts down for the eye only: each second read aloud would drown everything else. */
  #waitText(seconds: number): unknown {
    if (this.sendsLeft <= 0) return this.text("emailSent.resendExhausted");
    if (seconds === 0) return nothing;
    const delay = describeDelay(this.messages, seconds);
    return html`<span aria-hidden="true">${this.text("emailSent.resendWait", { delay })}</span
      ><span class="educonnect-hidden">${this.text("emailSent.resendSoon")}</span>`;
  }

  protected override submit(data: FormData): readonly Issue[] {
    const code = asciiDigits(textOf(data, "code")).replace(/[\s\p{P}\p{Cf}]/gu, "");
    const field = "code";
    const length = this.codeLength;
    if (code === "") return [{ code: "code_missing", field }];
    if (!/^\d+$/u.test(code)) return [{ code: "code_not_digits", field }];
    if (code.length !== length) return [{ code: "code_length", field, params: { length } }];
    this.send({ type: "emailCodeSubmitted", code });
    return [];
  }
}
