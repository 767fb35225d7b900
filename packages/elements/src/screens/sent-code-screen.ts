import { asciiDigits, type Issue, type MessageKey } from "@educonnect-activation/core";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { breakAddress } from "../controls/school-contact.ts";
import { textField, textOf } from "../controls/text-field.ts";
import { describeDelay } from "../i18n/wording.ts";
import { StepScreen } from "./step-screen.ts";

/**
 * A step that waits for a code which was sent to the person, and can have it sent again.
 *
 * @csspart address - where the message went
 * @csspart resend - where it can be sent again
 */
export abstract class SentCodeScreen extends StepScreen {
  static override properties: PropertyDeclarations = {
    to: {},
    sendsLeft: { type: Number, attribute: "sends-left" },
    nextSendAt: { type: Number, attribute: "next-send-at" },
    codeLength: { type: Number, attribute: "code-length" },
  };

  /** The address or number as it may be shown, mostly masked; null speaks of it without showing it. */
  declare to: string | null;
  /** How many more messages may be sent. */
  declare sendsLeft: number;
  /** When the next may be sent (epoch seconds). */
  declare nextSendAt: number;
  /** Digits of the code; 8 by default. */
  declare codeLength: number;
  #wasWaiting = false;

  constructor() {
    super();
    this.to = null;
    this.sendsLeft = 1;
    this.nextSendAt = 0;
    this.codeLength = 8;
  }

  /** What the keys of its texts begin with. */
  protected abstract get texts(): "emailSent" | "smsCode";

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const isWaiting = this.#secondsToWait() > 0;
    if (Number(changed.get("sendsLeft")) > this.sendsLeft) {
      this.announcement = this.text(`${this.texts}.resent`);
    } else if (this.#wasWaiting && !isWaiting && this.sendsLeft > 0) {
      this.announcement = this.text(`${this.texts}.resendReady`);
    }
    this.#wasWaiting = isWaiting;
  }

  protected override awaitedInstant(): number | null {
    return Math.max(this.lockedUntil ?? 0, this.nextSendAt);
  }

  /** A closed step sends nothing either. */
  #secondsToWait(): number {
    return Math.max(this.clock.secondsUntil(this.nextSendAt), this.clock.secondsUntil(this.lockedUntil));
  }

  protected override get fields(): readonly string[] {
    return ["code"];
  }

  protected override headingText(): string {
    return this.text(`${this.texts}.heading`);
  }

  /** A text that names where the message went, with that place made to stand out. */
  protected withPlace(key: "emailSent.text" | "smsCode.text", place: string, count = 0): TemplateResult {
    const [before, after] = this.text(key, { email: "\u0000", phone: "\u0000", count }).split("\u0000");
    return html`<p>${before}<strong class="educonnect-address">${breakAddress(place)}</strong>${after}</p>`;
  }

  /** One field however long the code is, so that it can be pasted and filled in by the browser. */
  protected codeField(): TemplateResult {
    return textField({
      ...this.field("code"),
      label: this.text(`${this.texts}.code`),
      hint: this.text(`${this.texts}.codeHint`, { length: this.codeLength }),
      autocomplete: "one-time-code",
      inputmode: "numeric",
    });
  }

  /** Whom nothing has reached, or too late, may have it sent again. */
  protected resendPanel(after: unknown, lead: MessageKey = `${this.texts}.notReceived`): TemplateResult {
    const seconds = this.#secondsToWait();
    return html`<div class="educonnect-panel educonnect-resend">
      <p>${this.text(lead)}</p>
      ${
        this.sendsLeft > 0
          ? this.button({
              label: `${this.texts}.resend`,
              kind: "link",
              disabled: seconds > 0,
              describedBy: this.idOf("wait"),
              onClick: () => this.resend(),
            })
          : nothing
      }
      <p class="educonnect-hint" id=${this.idOf("wait")}>${this.#waitText(seconds)}</p>
      ${after}
    </div>`;
  }

  /** Asks for another message. */
  protected abstract resend(): void;

  /** Counts down for the eye only: each second read aloud would drown everything else. */
  #waitText(seconds: number): unknown {
    if (this.sendsLeft <= 0) return this.text(`${this.texts}.resendExhausted`);
    if (seconds === 0) return nothing;
    const delay = describeDelay(this.words, seconds);
    return html`<span aria-hidden="true">${this.text(`${this.texts}.resendWait`, { delay })}</span
      ><span class="educonnect-hidden">${this.text(`${this.texts}.resendSoon`)}</span>`;
  }

  /** Sends a code of the right length. */
  protected abstract sendCode(code: string): void;

  protected override submit(data: FormData): readonly Issue[] {
    const code = asciiDigits(textOf(data, "code")).replace(/[\s\p{P}\p{Cf}]/gu, "");
    const field = "code";
    const length = this.codeLength;
    if (code === "") return [{ code: "code_missing", field }];
    if (!/^\d+$/u.test(code)) return [{ code: "code_not_digits", field }];
    if (code.length !== length) return [{ code: "code_length", field, params: { length } }];
    this.sendCode(code);
    return [];
  }
}
