import { frenchFlow, frenchSmsCode, type Issue, type IssueCode } from "@educonnect-activation/core";
import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { addTexts } from "../../i18n/translate.ts";
import { describeDelay } from "../../i18n/wording.ts";
import { BaseScreen } from "../base-screen.ts";
import { SentCode, sentCodeProperties } from "../sent-code.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";

addTexts("flow", frenchFlow);
addTexts("proof", frenchSmsCode);

/** Issues that this screen words for an SMS, where the mail's screen has the general words. */
const smsCodes: Readonly<Partial<Record<IssueCode, IssueCode>>> = {
  code_missing: "sms_code_missing",
  code_wrong: "sms_code_wrong",
  resend_too_soon: "sms_resend_too_soon",
  sends_exhausted: "sms_sends_exhausted",
};

/** How long before a code expires the screen says so. */
const soonSeconds = 120;
const longestTimerMilliseconds = 2 ** 31 - 1;

/**
 * Screen 4: the code sent by SMS. It reads the same whether or not the number is known, and always says what else there is to do.
 *
 * `to` is the number as it was typed, masked; where none was typed (a code after FranceConnect, `back` other than `step`), the school's. Where the browser can read the SMS (WebOTP), an empty field is filled in and sent.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `smsCodeSubmitted`, `smsCodeResendRequested`, `backRequested`,
 *   `abandonRequested`
 * @fires {CustomEvent} educonnect-navigate - `methods`, `franceconnect` and `sign-in`, where `links` wires them
 * @csspart other-ways - what to do without an SMS
 */
export class EduconnectSmsCode extends BaseScreen {
  static override properties: PropertyDeclarations = {
    ...stepProperties,
    ...sentCodeProperties,
    codeMinutes: { type: Number, attribute: "code-minutes" },
    validUntil: { type: Number, attribute: "valid-until" },
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
  /** How long a code counts, in minutes; 30 by default. */
  declare codeMinutes: number;
  /** Until when the code sent last counts (epoch seconds); 0, the default, when that is not known. */
  declare validUntil: number;
  #life: "counts" | "ends" | "ended" = "counts";
  /** What the screen says of the code's end. */
  #lifeText = "";
  #wake: ReturnType<typeof setTimeout> | undefined;
  #reading: AbortController | null = null;

  protected override readonly step = new StepFrame(this, { awaited: () => this.#awaitedInstant() });
  readonly #code = new SentCode(this, this.step.clock, {
    texts: "smsCode",
    resend: "smsCodeResendRequested",
    submit: "smsCodeSubmitted",
  });

  constructor() {
    super();
    this.codeMinutes = 30;
    this.validUntil = 0;
  }

  protected override get fields(): readonly string[] {
    return ["code"];
  }

  protected override headingText(): string {
    return this.text("smsCode.heading");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#awaitSms();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
    clearTimeout(this.#wake);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = this.#life;
    const text = this.#lifeText;
    this.#life = this.#readLife();
    this.#lifeText = this.#wordLife();
    // The message is visible on the screen. It is announced once, and removed as soon as the screen shows another time.
    if (this.#lifeText !== text) this.heard = this.#life !== before && this.hasUpdated ? this.#lifeText : "";
  }

  #awaitedInstant(): number {
    const awaited = Math.max(this.lockedUntil ?? 0, this.nextSendAt);
    return this.#life === "ends" ? Math.max(awaited, this.validUntil) : awaited;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    clearTimeout(this.#wake);
    if (this.#life === "counts" && this.validUntil > 0) {
      const seconds = this.step.clock.secondsUntil(this.validUntil) - soonSeconds;
      this.#wake = setTimeout(() => this.requestUpdate(), Math.min(seconds * 1000, longestTimerMilliseconds));
    }
    if (Number(changed.get("sendsLeft")) > this.sendsLeft) void this.#awaitSms();
  }

  protected override issueText(issue: Issue): string {
    return super.issueText({ ...issue, code: smsCodes[issue.code] ?? issue.code });
  }

  #readLife(): "counts" | "ends" | "ended" {
    if (this.validUntil === 0) return "counts";
    const seconds = this.step.clock.secondsUntil(this.validUntil);
    if (seconds === 0) return "ended";
    return seconds <= soonSeconds ? "ends" : "counts";
  }

  get #isToldExpired(): boolean {
    return this.shownIssues.some(({ code }) => code === "code_expired");
  }

  /** Returns nothing while the end is far away, or if the summary already tells of it. */
  #wordLife(): string {
    if (this.#life === "counts" || this.#isToldExpired) return "";
    if (this.#life === "ended") return this.text("smsCode.ended");
    const delay = describeDelay(this.words, this.step.clock.secondsUntil(this.validUntil));
    return this.text("smsCode.endsSoon", { delay });
  }

  protected override renderContent(): unknown {
    const isExpired = this.#isToldExpired || this.#life === "ended";
    const life = this.#lifeText;
    const resend = this.#code.resendPanel(
      html`<p class="educonnect-hint">${this.text("smsCode.noCode")}</p>`,
      isExpired ? "smsCode.expired" : undefined,
    );
    return [
      this.#code.place(
        this.to?.replaceAll(" ", "\u00a0") ?? this.text("smsCode.yourNumber"),
        this.codeMinutes,
      ),
      isExpired && life ? html`<p>${life}</p>` : nothing,
      // A code that no longer counts leaves one thing to do.
      isExpired ? resend : nothing,
      this.form([
        html`<h3 class="educonnect-subheading">${this.text("smsCode.codeHeading")}</h3>`,
        this.#code.field(),
        !isExpired && life ? html`<p class="educonnect-hint">${life}</p>` : nothing,
        this.step.actions(),
      ]),
      isExpired ? nothing : resend,
      this.#otherWays(),
    ];
  }

  #otherWays(): unknown {
    return html`<div class="educonnect-other-ways">
        <h3 class="educonnect-subheading">${this.text("smsCode.otherWaysHeading")}</h3>
        <p class="educonnect-text">
          ${this.text(this.back === "step" ? "smsCode.otherWays" : "smsCode.otherWaysRecorded")}
        </p>
        <ul>
          ${[
            this.link("franceconnect", "login.franceConnect"),
            this.link("methods", "smsCode.methods"),
            this.link("sign-in", "smsCode.signIn"),
          ].map((link) => (link === nothing ? nothing : html`<li>${link}</li>`))}
        </ul>
      </div>
      ${this.step.isLocked ? nothing : this.step.contact()}`;
  }

  protected override submit(data: FormData): readonly Issue[] {
    const issues = this.#code.submit(data);
    if (issues.length === 0) this.#reading?.abort();
    return issues;
  }

  async #awaitSms(): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    const code = await readSms(signal);
    const input = this.find("code");
    if (code === null || !(input instanceof HTMLInputElement) || input.value !== "") return;
    input.value = code;
    this.heard = this.text("smsCode.filled");
    input.form?.requestSubmit();
  }
}

/** What browsers without WebOTP lack in their types. */
interface SmsRequest extends CredentialRequestOptions {
  readonly otp: { readonly transport: readonly ["sms"] };
}

/**
 * Waits for the code of a domain-bound SMS (`@host #code`) where the browser can read one, which it does only after asking the person.
 *
 * Source: WebOTP API, W3C.
 *
 * @param signal ends the waiting.
 * @returns null when there is none to be had, for whatever reason: typing it always works.
 */
export async function readSms(signal: AbortSignal): Promise<string | null> {
  if (!("OTPCredential" in globalThis)) return null;
  const request: SmsRequest = { otp: { transport: ["sms"] }, signal };
  try {
    const credential = await navigator.credentials.get(request);
    const code = credential !== null && "code" in credential ? credential.code : null;
    return typeof code === "string" && !signal.aborted ? code : null;
  } catch {
    return null;
  }
}
