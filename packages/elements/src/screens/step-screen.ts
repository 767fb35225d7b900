import {
  frenchSteps,
  type Audience,
  type FlowView,
  type Issue,
  type SchoolContact,
} from "@educonnect-activation/core";
import { html, nothing, type PropertyDeclarations } from "lit";
import { schoolContact } from "../controls/school-contact.ts";
import { describeDelay, wordServerIssues } from "../i18n/wording.ts";
import { addTexts } from "../i18n/translate.ts";
import { stepStyles } from "../theme/step-styles.ts";
import { TimedScreen } from "./timed-screen.ts";

addTexts("flow", frenchSteps);
wordServerIssues();

/**
 * A screen of the wizard: « Activation du compte », its place among the steps, « Précédent », and the lock of its step.
 *
 * @csspart header - what stands above the heading
 * @csspart title - « Activation du compte »
 * @csspart progress - the step's place among the steps
 * @csspart progress-text - the same in words
 * @csspart progress-bar - the same in bars
 * @csspart step - a bar
 * @csspart done - a bar that is reached, besides
 * @csspart locked - says that the step is closed, and until when
 * @csspart contact - whom to ask
 */
export abstract class StepScreen extends TimedScreen {
  static override properties: PropertyDeclarations = {
    audience: {},
    back: {},
    action: {},
    progress: { attribute: false },
    contact: { attribute: false },
    isLeaving: { state: true },
  };

  /** Who activates; shown above the title, unless null. */
  declare audience: Audience | null;
  /** What « Précédent » does: `step` sends `backRequested`, `abandon` asks first and sends `abandonRequested`, `none` hides it. */
  declare back: FlowView["back"];
  /** What the button that goes on is called: « Suivant » or « Confirmer ». */
  declare action: "next" | "confirm";
  /** The step's place among those the person sees, from 1; null shows none. */
  declare progress: FlowView["progress"] | null;
  /** Whom to ask when the step is locked. */
  declare contact: SchoolContact | null;
  declare protected isLeaving: boolean;

  constructor() {
    super();
    this.audience = "guardian";
    this.back = "none";
    this.action = "next";
    this.progress = null;
    this.contact = null;
    this.isLeaving = false;
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, stepStyles];
  }

  protected override renderHeader(): unknown {
    return html`<header class="educonnect-header">
      ${this.audience && html`<p class="educonnect-eyebrow">${this.text(`eyebrow.${this.audience}`)}</p>`}
      <h2 class="educonnect-title">${this.text("title")}</h2>
      ${this.#progressBar()}
    </header>`;
  }

  /** How many tries are left is no mistake, where nothing was answered yet. */
  protected override get shownIssues(): readonly Issue[] {
    return super.shownIssues.filter(({ code }) => code !== "triesLeft");
  }

  #triesLeft(): unknown {
    const found = super.shownIssues.find(({ code }) => code === "triesLeft");
    return found && html`<p class="educonnect-text">${this.text("issue.triesLeft", found.params)}</p>`;
  }

  protected override renderSummary(): unknown {
    if (!this.isLocked) return [this.#triesLeft(), super.renderSummary()];
    const delay = describeDelay(this.words, this.clock.secondsUntil(this.lockedUntil));
    return html`<div
        class="educonnect-panel educonnect-warning educonnect-locked"
        role="group"
        tabindex="-1"
        id=${this.idOf("summary")}
        aria-labelledby=${this.idOf("locked")}
      >
        <h3 class="educonnect-subheading" id=${this.idOf("locked")}>${this.text("locked.heading")}</h3>
        <p>${this.text("locked.text", { delay })}</p>
      </div>
      ${schoolContact(this.words, this.contact, this.contactLink())}`;
  }

  /** The way to the host's own page of help, where `links` names one. */
  protected contactLink(): unknown {
    return this.link("contact", "contact.unknown");
  }

  /** « Précédent » and the button that goes on, or the question that « Précédent » asks first. */
  protected stepActions(submit: "next" | "confirm" | "emailSent.submit" = this.action): unknown {
    return this.isLeaving ? this.leavingQuestion() : this.actions(submit, this.backButton());
  }

  /** Asked before « Précédent » gives the activation up. */
  protected leavingQuestion(): unknown {
    return this.confirmation({
      heading: "abandon.heading",
      text: "abandon.text",
      confirm: "abandon.confirm",
      cancel: "abandon.cancel",
      onAnswer: (agreed) => {
        this.isLeaving = false;
        if (agreed) this.send({ type: "abandonRequested" }, "away");
      },
    });
  }

  /** Whether giving the activation up loses anything, so that it is asked about first. */
  protected get asksToLeave(): boolean {
    return true;
  }

  protected backButton(): unknown {
    if (this.back === "none") return nothing;
    return this.button({
      label: "back",
      className: "educonnect-back",
      leads: "away",
      onClick: () => {
        if (this.back === "step") this.send({ type: "backRequested" }, "away");
        else if (this.asksToLeave) this.isLeaving = true;
        else this.send({ type: "abandonRequested" }, "away");
      },
    });
  }

  #progressBar(): unknown {
    const { progress } = this;
    if (progress === null) return nothing;
    return html`<div class="educonnect-progress">
      <span class="educonnect-progress-text">${this.text("progress", progress)}</span>
      <span class="educonnect-progress-bar" aria-hidden="true"
        >${Array.from(
          { length: progress.total },
          (_, index) =>
            html`<span class="educonnect-step ${index < progress.current ? "educonnect-done" : ""}"></span>`,
        )}</span
      >
    </div>`;
  }
}
