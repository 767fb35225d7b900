import {
  frenchPassword,
  educonnectPasswordPolicy,
  evaluatePassword,
  type Issue,
  type PasswordEvaluation,
  type PasswordPolicy,
} from "@educonnect-activation/core";
import type { PasswordStrength } from "@educonnect-activation/core/strength";
import { html, nothing, type PropertyValues } from "lit";
import { passwordField, textOf } from "../../controls/text-field.ts";
import { BaseScreen } from "../base-screen.ts";
import { PasswordToggle } from "../password-toggle.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import type { EstimateStrength } from "../../strength/zxcvbn-estimator.ts";
import { passwordChecklist, spaced, passwordHelp } from "./password-guidance.ts";
import { passwordStyles } from "./password-styles.ts";
import { addTexts } from "../../i18n/translate.ts";

/** Long enough for the fingers to rest: a screen reader hears where the password stands, not each key. */
const announceAfterMs = 1200;

addTexts("password", frenchPassword);

/**
 * Screen 7: choosing a password, with the rules ticked as it is typed.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `passwordSubmitted`, `continueRequested`, `backRequested`, `abandonRequested`
 * @csspart keep - the offer to keep the password chosen before
 * @csspart checklist - the rules
 * @csspart rule - a rule
 * @csspart met - a rule that is met, besides
 * @csspart icon-tick - the icon of a rule that is met
 * @csspart icon-dot - the icon of one that is not
 * @csspart strength - the strength word
 * @csspart strength-weak - the same where it is weak, besides
 * @csspart strength-fair - the same where it is fair, besides
 * @csspart strength-strong - the same where it is strong, besides
 * @csspart help - the page on passphrases
 */
export class EduconnectPassword extends BaseScreen {
  static override properties = {
    ...stepProperties,
    identifier: {},
    policy: { attribute: false },
    personal: { attribute: false },
    canContinue: { type: Boolean, attribute: "can-continue" },
    typed: { state: true },
    estimate: { state: true },
  };

  /** The account's identifier, which password managers store beside the password. */
  declare identifier: string;
  /** The rules; the deck's five by default. */
  declare policy: PasswordPolicy;
  /** The person's names and identifier, which a password must not be made of. */
  declare personal: readonly string[];
  /** A password was chosen before and may be kept. */
  declare canContinue: boolean;
  declare protected typed: string;
  declare protected estimate: EstimateStrength | null;
  /** What was wrong at the last submission and, by what was typed since, no longer is. */
  readonly #settled = new WeakSet<Issue>();
  #isLoading = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override readonly step = new StepFrame(this);

  readonly #toggle = new PasswordToggle(this);

  constructor() {
    super();
    this.identifier = "";
    this.policy = educonnectPasswordPolicy;
    this.personal = [];
    this.canContinue = false;
    this.typed = "";
    this.estimate = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#isLoading) return;
    this.#isLoading = true;
    // The word is a help: without its dictionary the screen works as well.
    loadStrength().then(
      (estimate) => {
        this.estimate = estimate;
      },
      () => {},
    );
  }

  protected override get sheets() {
    return [...super.sheets, passwordStyles];
  }

  protected override get fields(): readonly string[] {
    return ["password", "confirmation"];
  }

  protected override fieldOf(issue: Issue): string | undefined {
    return super.fieldOf(issue) ?? (issue.code.startsWith("password_") ? "password" : undefined);
  }

  protected override get shownIssues(): readonly Issue[] {
    return super.shownIssues.filter((issue) => !this.#settled.has(issue));
  }

  protected override issueText(issue: Issue): string {
    return super.issueText({ ...issue, params: spaced(issue.params ?? {}) });
  }

  protected override headingText(): string {
    return this.text("password.heading");
  }

  protected override renderContent(): unknown {
    const evaluation = this.#evaluate(this.typed);
    const toggle = this.#toggle.field;
    return [
      this.canContinue ? this.#keep() : nothing,
      passwordHelp(this.words),
      this.form([
        html`<label class="educonnect-hidden" aria-hidden="true"
          >${this.text("password.identifier")}<input
            type="text"
            name="username"
            autocomplete="username"
            tabindex="-1"
            readonly
            .value=${this.identifier}
        /></label>`,
        html`<div class="educonnect-stack educonnect-tight">
          ${passwordField({
            ...this.field("password"),
            ...toggle,
            label: this.text("password.new"),
            autocomplete: "new-password",
            describedBy: this.idOf("rules"),
            aside: this.#strengthWord(evaluation),
            onInput: (event) => this.#onInput(event),
          })}
          ${passwordChecklist(this.idOf("rules"), this.words, evaluation.rules, this.typed !== "")}
        </div>`,
        passwordField({
          ...this.field("confirmation"),
          ...toggle,
          label: this.text("password.confirmation"),
          autocomplete: "new-password",
          onInput: () => this.#settle(),
        }),
        this.step.actions(),
      ]),
    ];
  }

  #keep(): unknown {
    return html`<div class="educonnect-panel educonnect-keep">
      <p>${this.text("password.canContinue")}</p>
      <div>
        ${this.button({ label: "password.keep", onClick: () => this.send({ type: "continueRequested" }) })}
      </div>
    </div>`;
  }

  #strengthWord(evaluation: PasswordEvaluation): unknown {
    const strength = this.#strength(evaluation);
    if (strength === null) return nothing;
    return html`<span class="educonnect-strength educonnect-strength-${strength}"
      ><span class="educonnect-hidden">${this.text("password.strength")} </span
      >${this.text(`strength.${strength}`)}</span
    >`;
  }

  #strength({ issues }: PasswordEvaluation): PasswordStrength | null {
    if (this.estimate === null || this.typed === "") return null;
    // What will be refused whatever its rules is not to be called strong.
    const isBlocked = issues.some(
      ({ code }) => !code.startsWith("password_needs_") && code !== "password_too_short",
    );
    if (isBlocked) return "weak";
    const strength = this.estimate(this.typed, { words: this.personal });
    // Nor is what the checklist, or the server, still asks to change.
    const isRefused = issues.length > 0 || this.errorOf("password") !== undefined;
    return strength === "strong" && isRefused ? "fair" : strength;
  }

  #evaluate(password: string): PasswordEvaluation {
    return evaluatePassword(password, this.policy, { personal: this.personal });
  }

  #onInput(event: InputEvent): void {
    if (!(event.currentTarget instanceof HTMLInputElement)) return;
    this.typed = event.currentTarget.value;
    this.#settle();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#announce(), announceAfterMs);
  }

  /** Takes back what was wrong and no longer is; the focus stays with who types. */
  #settle(): void {
    const { issues } = this.#evaluate(this.typed);
    const again = this.find("confirmation");
    const isSame = again instanceof HTMLInputElement && again.value.normalize() === this.typed.normalize();
    for (const issue of this.typed === "" ? [] : this.shownIssues) {
      const field = this.fieldOf(issue);
      const isMet = field === "password" ? !issues.some(({ code }) => code === issue.code) : isSame;
      if (field !== undefined && isMet) this.#settled.add(issue);
    }
    this.requestUpdate();
  }

  #announce(): void {
    if (this.typed === "") return;
    const evaluation = this.#evaluate(this.typed);
    const count = evaluation.rules.filter(({ mandatory, met }) => mandatory && !met).length;
    const strength = this.#strength(evaluation);
    const word =
      strength === null ? "" : ` ${this.text("password.strength")} ${this.text(`strength.${strength}`)}.`;
    this.heard = this.text(count === 0 ? "password.allMet" : "password.rulesLeft", { count }) + word;
  }

  protected override submit(data: FormData): readonly Issue[] {
    const password = textOf(data, "password");
    const confirmation = textOf(data, "confirmation");
    const issues: Issue[] = password === "" ? [{ code: "new_password_missing", field: "password" }] : [];
    if (password !== "") {
      issues.push(...this.#evaluate(password).issues.map((issue) => ({ ...issue, field: "password" })));
    }
    if (confirmation === "") issues.push({ code: "password_confirmation_missing", field: "confirmation" });
    else if (confirmation.normalize() !== password.normalize()) {
      issues.push({ code: "password_mismatch", field: "confirmation" });
    }
    if (issues.length === 0) this.send({ type: "passwordSubmitted", password });
    return issues;
  }
}

/** Loads the estimator and its dictionary, which weigh more than all the screens together. */
export async function loadStrength(): Promise<EstimateStrength> {
  const { createStrengthWord } = await import("../../strength/zxcvbn-estimator.ts");
  return createStrengthWord();
}
