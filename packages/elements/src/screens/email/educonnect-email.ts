import {
  frenchFlow,
  isEmailSyntax,
  normalizeEmail,
  suggestEmailCorrection,
  type Issue,
} from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { breakAddress } from "../../controls/school-contact.ts";
import { button } from "../../controls/button.ts";
import { textField, textOf } from "../../controls/text-field.ts";
import { BaseScreen } from "../base-screen.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import { addTexts } from "../../i18n/translate.ts";

const longestAddress = 254;

addTexts("flow", frenchFlow);

/**
 * Screen 8: giving a mail address, twice.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `emailSubmitted`, `emailSkipped`, `continueRequested`, `backRequested`,
 *   `abandonRequested`
 * @csspart keep - the offer to keep the address given before
 * @csspart suggestion - the address that was probably meant
 */
export class EduconnectEmail extends BaseScreen {
  static override properties = {
    ...stepProperties,
    given: {},
    optional: { type: Boolean },
    canContinue: { type: Boolean, attribute: "can-continue" },
    suggestion: { state: true },
  };

  /** The address given before, masked; null when none was. */
  declare given: string | null;
  /** The step may be skipped. */
  declare optional: boolean;
  /** The address given before may be kept. */
  declare canContinue: boolean;
  declare protected suggestion: string | null;

  protected override readonly step = new StepFrame(this);

  constructor() {
    super();
    this.action = "confirm";
    this.given = null;
    this.optional = false;
    this.canContinue = false;
    this.suggestion = null;
  }

  protected override get fields(): readonly string[] {
    return ["email", "confirmation"];
  }

  protected override headingText(): string {
    return this.text("email.heading");
  }

  protected override renderContent(): unknown {
    const address = { type: "email", inputmode: "email", autocomplete: "email" } as const;
    return [
      html`<p class="educonnect-text">${this.text(this.optional ? "email.textOptional" : "email.text")}</p>`,
      this.given === null ? nothing : this.#given(this.given),
      this.form([
        html`<div class="educonnect-field" @change=${this.#onChange}>
          ${textField({ ...address, ...this.field("email"), label: this.text("email.label") })}
          ${this.#suggestion()}
        </div>`,
        textField({ ...address, ...this.field("confirmation"), label: this.text("email.confirmation") }),
        this.optional
          ? html`<div>
              ${this.button({ label: "email.skip", kind: "link", onClick: () => this.send({ type: "emailSkipped" }) })}
            </div>`
          : nothing,
        this.step.actions(),
      ]),
    ];
  }

  #given(email: string): unknown {
    return html`<div class="educonnect-panel educonnect-keep">
      <p>${breakAddress(this.text("email.given", { email }))}</p>
      ${
        this.canContinue
          ? html`<div>
              ${this.button({ label: "email.keep", onClick: () => this.send({ type: "continueRequested" }) })}
            </div>`
          : nothing
      }
    </div>`;
  }

  #suggestion(): unknown {
    const email = this.suggestion;
    return html`<div class="educonnect-suggestion" role="status">
      ${
        email === null
          ? nothing
          : html`<p>
              ${breakAddress(this.text("email.suggestion", { email }))}
              ${button({
                label: breakAddress(this.text("email.accept", { email })),
                kind: "link",
                onClick: () => this.#accept(email),
              })}
            </p>`
      }
    </div>`;
  }

  readonly #onChange = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.suggestion = suggestEmailCorrection(normalizeEmail(event.target.value)) ?? null;
  };

  #accept(email: string): void {
    const [first, second] = this.fields.map((name) => this.find(name));
    if (!(first instanceof HTMLInputElement && second instanceof HTMLInputElement)) return;
    if (second.value === first.value) second.value = email;
    first.value = email;
    this.suggestion = null;
    first.focus();
  }

  protected override submit(data: FormData): readonly Issue[] {
    const email = normalizeEmail(textOf(data, "email"));
    const confirmation = normalizeEmail(textOf(data, "confirmation"));
    const issues: Issue[] = [];
    if (email === "") issues.push({ code: "email_missing", field: "email" });
    else if (email.length > longestAddress) issues.push({ code: "email_too_long", field: "email" });
    else if (!isEmailSyntax(email)) issues.push({ code: "email_invalid", field: "email" });
    if (confirmation === "") issues.push({ code: "email_confirmation_missing", field: "confirmation" });
    else if (confirmation !== email) issues.push({ code: "email_mismatch", field: "confirmation" });
    if (issues.length === 0) this.send({ type: "emailSubmitted", email });
    return issues;
  }
}
