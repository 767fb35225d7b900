import { asciiDigits, type Issue, type MessageKey } from "@educonnect-activation/core";
import { html, nothing, type PropertyDeclarations, type ReactiveController, type TemplateResult } from "lit";
import { breakAddress } from "../controls/school-contact.ts";
import type { ServerClock } from "../controls/server-clock.ts";
import { textField, textOf } from "../controls/text-field.ts";
import { describeDelay } from "../i18n/wording.ts";
import type { BaseScreen } from "./base-screen.ts";

/** The properties that a screen which waits for a code adds to its own. */
export const sentCodeProperties: PropertyDeclarations = {
  to: {},
  sendsLeft: { type: Number, attribute: "sends-left" },
  nextSendAt: { type: Number, attribute: "next-send-at" },
  codeLength: { type: Number, attribute: "code-length" },
};

/** A screen that waits for a code which was sent to the person. */
export interface SentCodeScreen extends BaseScreen {
  /** Where the message went; null speaks of it without showing it. */
  to: string | null;
  /** How many more messages may be sent. */
  sendsLeft: number;
  /** When the next may be sent (epoch seconds). */
  nextSendAt: number;
  /** Digits of the code. */
  codeLength: number;
}

/** The options by which codes sent by SMS and by mail differ. */
export interface SentCodeOptions {
  /** What the keys of the texts begin with. */
  readonly texts: "emailSent" | "smsCode";
  /** The command that asks for another message. */
  readonly resend: "emailResendRequested" | "smsCodeResendRequested";
  /** The command that sends a code of the right length. */
  readonly submit: "emailCodeSubmitted" | "smsCodeSubmitted";
}

/**
 * The code that a screen waits for: its field, what was typed into it, and having it sent again after a while.
 *
 * @csspart address - where the message went
 * @csspart resend - where it can be sent again
 */
export class SentCode implements ReactiveController {
  readonly #screen: SentCodeScreen;
  readonly #clock: ServerClock;
  readonly #options: SentCodeOptions;
  #isWaiting = false;
  #sendsLeft = 0;

  /** Gives the properties of `sentCodeProperties` their defaults. */
  constructor(screen: SentCodeScreen, clock: ServerClock, options: SentCodeOptions) {
    this.#screen = screen;
    this.#clock = clock;
    this.#options = options;
    Object.assign(screen, {
      to: null,
      sendsLeft: 1,
      nextSendAt: 0,
      codeLength: 8,
    } satisfies Partial<SentCodeScreen>);
    screen.addController(this);
  }

  hostUpdate(): void {
    const screen = this.#screen;
    const { sendsLeft } = screen;
    const isWaiting = this.#secondsToWait() > 0;
    if (screen.hasUpdated && this.#sendsLeft > sendsLeft) screen.announcement = this.#text("resent");
    else if (this.#isWaiting && !isWaiting && sendsLeft > 0) screen.announcement = this.#text("resendReady");
    this.#isWaiting = isWaiting;
    this.#sendsLeft = sendsLeft;
  }

  /** Renders a text that names where the message went, with that place made to stand out. */
  place(place: string, count = 0): TemplateResult {
    const [before, after] = this.#screen
      .text(`${this.#options.texts}.text`, { email: "\u0000", phone: "\u0000", count })
      .split("\u0000");
    return html`<p>${before}<strong class="educonnect-address">${breakAddress(place)}</strong>${after}</p>`;
  }

  /** Renders one field however long the code is, so that it can be pasted and filled in by the browser. */
  field(): TemplateResult {
    return textField({
      ...this.#screen.field("code"),
      label: this.#text("code"),
      hint: this.#screen.text(`${this.#options.texts}.codeHint`, { length: this.#screen.codeLength }),
      autocomplete: "one-time-code",
      inputmode: "numeric",
    });
  }

  /** Renders how to have it sent again, for whom nothing has reached, or too late. */
  resendPanel(after: unknown, lead: MessageKey = `${this.#options.texts}.notReceived`): TemplateResult {
    const screen = this.#screen;
    const seconds = this.#secondsToWait();
    return html`<div class="educonnect-panel educonnect-resend">
      <p>${screen.text(lead)}</p>
      ${
        screen.sendsLeft > 0
          ? screen.button({
              label: `${this.#options.texts}.resend`,
              kind: "link",
              disabled: seconds > 0,
              describedBy: screen.idOf("wait"),
              onClick: () => screen.send({ type: this.#options.resend }),
            })
          : nothing
      }
      <p class="educonnect-hint" id=${screen.idOf("wait")}>${this.#waitText(seconds)}</p>
      ${after}
    </div>`;
  }

  /** Checks the code that was typed, and sends it if its length is right. */
  submit(data: FormData): readonly Issue[] {
    const code = asciiDigits(textOf(data, "code")).replace(/[\s\p{P}\p{Cf}]/gu, "");
    const field = "code";
    const length = this.#screen.codeLength;
    if (code === "") return [{ code: "code_missing", field }];
    if (!/^\d+$/u.test(code)) return [{ code: "code_not_digits", field }];
    if (code.length !== length) return [{ code: "code_length", field, params: { length } }];
    this.#screen.send({ type: this.#options.submit, code });
    return [];
  }

  /** A locked step sends nothing either. */
  #secondsToWait(): number {
    const { nextSendAt, lockedUntil } = this.#screen;
    return Math.max(this.#clock.secondsUntil(nextSendAt), this.#clock.secondsUntil(lockedUntil));
  }

  /** Counts down for the eye only: each second read aloud would drown everything else. */
  #waitText(seconds: number): unknown {
    if (this.#screen.sendsLeft <= 0) return this.#text("resendExhausted");
    if (seconds === 0) return nothing;
    const delay = describeDelay(this.#screen.words, seconds);
    return html`<span aria-hidden="true"
        >${this.#screen.text(`${this.#options.texts}.resendWait`, { delay })}</span
      ><span class="educonnect-hidden">${this.#text("resendSoon")}</span>`;
  }

  #text(name: "resent" | "resendReady" | "code" | "resendExhausted" | "resendSoon"): string {
    return this.#screen.text(`${this.#options.texts}.${name}`);
  }
}
