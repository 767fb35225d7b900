import { frenchSteps, type FlowView, type Issue, type SchoolContact } from "@educonnect-activation/core";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { schoolContact } from "../controls/school-contact.ts";
import { ServerClock } from "../controls/server-clock.ts";
import { addTexts } from "../i18n/translate.ts";
import { describeDelay, wordServerIssues } from "../i18n/wording.ts";
import { stepStyles } from "../theme/step-styles.ts";
import type { BaseScreen, ScreenFrame } from "./base-screen.ts";

addTexts("flow", frenchSteps);
wordServerIssues();

/** The properties that a step's screen adds to its own. */
export const stepProperties: PropertyDeclarations = {
  audience: {},
  back: {},
  action: {},
  progress: { attribute: false },
  contact: { attribute: false },
  lockedUntil: { type: Number, attribute: "locked-until" },
  now: { type: Number },
};

/** The options by which the frames of steps differ. */
export interface StepFrameOptions {
  /** The instant that its screen counts down to (epoch seconds); by default the end of a lock. */
  readonly awaited?: () => number | null;
  /** Whether giving the activation up loses anything, so that the person is asked first; true by default. */
  readonly asksToLeave?: boolean;
}

/**
 * What frames the screen of a step: « Activation du compte », its place among the steps, « Précédent », and the lock of the step.
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
export class StepFrame implements ScreenFrame {
  readonly clock: ServerClock;
  readonly sheets: readonly string[] = [stepStyles];
  readonly #screen: BaseScreen;
  readonly #asksToLeave: boolean;
  #isLeaving = false;

  /** Gives the step's properties of a screen, those of `stepProperties`, their defaults. */
  constructor(screen: BaseScreen, options: StepFrameOptions = {}) {
    const { awaited = () => screen.lockedUntil ?? null, asksToLeave = true } = options;
    this.#screen = screen;
    this.#asksToLeave = asksToLeave;
    this.clock = new ServerClock(screen, awaited);
    Object.assign(screen, {
      audience: "guardian",
      back: "none",
      action: "next",
      progress: null,
      contact: null,
      lockedUntil: null,
      now: null,
    } satisfies Partial<BaseScreen>);
  }

  /** Seconds until the step opens again; 0 while it is open. */
  get secondsLocked(): number {
    return this.clock.secondsUntil(this.#screen.lockedUntil);
  }

  /** Whether nothing may be sent for now but what leads away. */
  get isLocked(): boolean {
    return this.secondsLocked > 0;
  }

  /** Whether the person is asked if the activation is to be given up. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /** Leaves out issues that are no mistakes: the attempts left before anything was answered, and a lock that has ended since. */
  withoutLock(issues: readonly Issue[]): readonly Issue[] {
    return issues.filter(({ code }) => code !== "triesLeft" && (code !== "step_locked" || this.isLocked));
  }

  /** Renders what stands above the heading. */
  header(): TemplateResult {
    const screen = this.#screen;
    const { audience, progress } = screen;
    return html`<header class="educonnect-header">
      ${audience && html`<p class="educonnect-eyebrow">${screen.text(`eyebrow.${audience}`)}</p>`}
      <h2 class="educonnect-title">${screen.text("title")}</h2>
      ${progress ? this.#progressBar(progress) : nothing}
    </header>`;
  }

  /** Renders the summary of errors with how many tries are left or, in its place, that the step is locked and whom to ask. */
  summary(issues: readonly Issue[], summary: unknown): unknown {
    const screen = this.#screen;
    if (!this.isLocked) {
      const tries = issues.find(({ code }) => code === "triesLeft");
      return [
        tries && html`<p class="educonnect-text">${screen.text("issue.triesLeft", tries.params)}</p>`,
        summary,
      ];
    }
    return html`<div
        class="educonnect-panel educonnect-warning educonnect-locked"
        role="group"
        tabindex="-1"
        id=${screen.idOf("summary")}
        aria-labelledby=${screen.idOf("locked")}
      >
        <h3 class="educonnect-subheading" id=${screen.idOf("locked")}>${screen.text("locked.heading")}</h3>
        <p>${this.lockText()}</p>
      </div>
      ${this.contact()}`;
  }

  /** Says when the step opens again. */
  lockText(): string {
    return this.#screen.text("locked.text", { delay: describeDelay(this.#screen.words, this.secondsLocked) });
  }

  /** Renders whom to ask: the school or, where it is not known, the host's own page of help as far as `links` names one. */
  contact(school: SchoolContact | null = this.#screen.contact ?? null): TemplateResult {
    const screen = this.#screen;
    return schoolContact(screen.words, school, screen.link("contact", "contact.unknown"));
  }

  /** Renders « Précédent » and the button that goes on, or the question that « Précédent » asks first. */
  actions(submit: "next" | "confirm" | "emailSent.submit" = this.#screen.action ?? "next"): TemplateResult {
    return this.#isLeaving ? this.leavingQuestion() : this.#screen.actions(submit, this.backButton());
  }

  /** Renders the question that is asked before « Précédent » gives the activation up. */
  leavingQuestion(): TemplateResult {
    return this.#screen.confirmation({
      heading: "abandon.heading",
      text: "abandon.text",
      confirm: "abandon.confirm",
      cancel: "abandon.cancel",
      onAnswer: (agreed) => {
        this.#ask(false);
        if (agreed) this.#screen.send({ type: "abandonRequested" }, "away");
      },
    });
  }

  /** Renders « Précédent », where there is something to go back to. */
  backButton(): TemplateResult | typeof nothing {
    const screen = this.#screen;
    if (screen.back === "none") return nothing;
    return screen.button({
      label: "back",
      className: "educonnect-back",
      leads: "away",
      onClick: () => {
        if (screen.back === "step") screen.send({ type: "backRequested" }, "away");
        else if (this.#asksToLeave) this.#ask(true);
        else screen.send({ type: "abandonRequested" }, "away");
      },
    });
  }

  #ask(isLeaving: boolean): void {
    this.#isLeaving = isLeaving;
    this.#screen.requestUpdate();
  }

  #progressBar(progress: FlowView["progress"]): TemplateResult {
    return html`<div class="educonnect-progress">
      <span class="educonnect-progress-text">${this.#screen.text("progress", progress)}</span>
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
