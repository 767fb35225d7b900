import { frenchFlow, frenchSmsCode, type Issue } from "@educonnect-activation/core";
import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { schoolContact } from "../../controls/school-contact.ts";
import { addTexts, isMessageKey } from "../../i18n/translate.ts";
import { otherWaysStyles } from "../../theme/other-ways-styles.ts";
import { SentCodeScreen } from "../sent-code-screen.ts";
import { readSms } from "./read-sms.ts";

addTexts("flow", frenchFlow);
addTexts("proof", frenchSmsCode);

/**
 * Screen 4: the code sent by SMS. It reads the same whether or not the number is known, and always says what else there is to do.
 *
 * `to` is the number as it was typed, masked; where none was typed (a code after FranceConnect, `back` other than `step`), the school's. Where the browser can read the SMS (WebOTP), an empty field is filled in and sent.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `mobileCodeSubmitted`, `mobileCodeResendRequested`, `backRequested`,
 *   `abandonRequested`
 * @fires {CustomEvent} educonnect-navigate - `methods`, `franceconnect` and `sign-in`, where `links` wires them
 * @csspart resend - where the SMS can be sent again
 * @csspart other-ways - what to do without an SMS
 */
export class EduconnectSmsCode extends SentCodeScreen {
  static override properties: PropertyDeclarations = {
    codeMinutes: { type: Number, attribute: "code-minutes" },
  };

  /** How long a code counts, in minutes; 30 by default. */
  declare codeMinutes: number;
  #reading: AbortController | null = null;

  constructor() {
    super();
    this.codeMinutes = 30;
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, otherWaysStyles];
  }

  protected override get texts() {
    return "smsCode" as const;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#awaitSms();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (Number(changed.get("sendsLeft")) > this.sendsLeft) void this.#awaitSms();
  }

  protected override issueText(issue: Issue): string {
    const code = `sms_${issue.code}`;
    return super.issueText(isMessageKey(this.words, `issue.${code}`) ? { ...issue, code } : issue);
  }

  protected override renderContent(): unknown {
    const isExpired = this.shownIssues.some(({ code }) => code === "code_expired");
    const resend = this.resendPanel(
      html`<p class="educonnect-hint">${this.text("smsCode.noCode")}</p>`,
      isExpired ? "smsCode.expired" : undefined,
    );
    return [
      this.withPlace(
        "smsCode.text",
        this.to?.replaceAll(" ", "\u00a0") ?? this.text("smsCode.yourNumber"),
        this.codeMinutes,
      ),
      // A code that no longer counts leaves one thing to do.
      isExpired ? resend : nothing,
      this.form([
        html`<h3 class="educonnect-subheading">${this.text("smsCode.codeHeading")}</h3>`,
        this.codeField(),
        this.stepActions(),
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
      ${this.isLocked ? nothing : schoolContact(this.words, this.contact)}`;
  }

  protected override resend(): void {
    this.send({ type: "mobileCodeResendRequested" });
  }

  protected override sendCode(code: string): void {
    this.#reading?.abort();
    this.send({ type: "mobileCodeSubmitted", code });
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
