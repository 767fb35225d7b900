import { frenchPortal, type Issue } from "@educonnect-activation/core";
import { html, nothing, type PropertyValues } from "lit";
import { button } from "../../controls/button.ts";
import { dispatch } from "../../events/educonnect-events.ts";
import { addTexts, isMessageKey } from "../../i18n/translate.ts";
import { BaseScreen } from "../base-screen.ts";
import { choiceCards } from "./choice-cards.ts";
import { defaultStorageKey, keepChoice, readKeptChoice } from "./choice-memory.ts";
import type { PortalAnswers, PortalChoice, PortalEntry, PortalOptions } from "./portal-options.ts";
import { portalStyles } from "./portal-styles.ts";
import {
  newsOf,
  settlePortal,
  type PortalStep,
  type PortalStepName,
  type SettledPortal,
  resolveWebAddress,
} from "./settle-portal.ts";

addTexts("portal", frenchPortal);

const nothingChosen: PortalAnswers = { profile: null, level: null, mode: null };

/**
 * Screen 1: « Portail de connexion à l'ENT », which leads each profile and level to the page where it signs in.
 *
 * A question shows once the one before it is answered; one with a single possible answer answers itself. A choice kept in this
 * browser is offered first and never followed by itself: a change of page that nobody asked for takes people by surprise (WCAG 2.2, 3.2.5).
 *
 * @fires {CustomEvent} educonnect-portal-choice - what was chosen, before the page is left for its address; cancel it to stay
 * @csspart question - one of the questions
 * @csspart question-name - its text
 * @csspart number - its number
 * @csspart choices - its answers
 * @csspart choices-short - the same, where all are short
 * @csspart choice - an answer, with its radio button
 * @csspart choice-text - its words
 * @csspart choice-label - what an answer is called
 * @csspart choice-icon - its picture
 * @csspart facts - what was settled without a question, and what was kept
 * @csspart remembered - the choice kept in this browser
 * @csspart offer - the buttons that follow, change and forget it
 */
export class EduconnectPortal extends BaseScreen {
  static override properties = {
    options: { attribute: false },
    value: { attribute: false, noAccessor: true },
    memory: {},
    storageKey: { attribute: "storage-key" },
    kept: { state: true },
    isToBeKept: { state: true },
  };

  /** What can be chosen, and where each mode is; null while it is loaded. */
  declare options: PortalOptions | null;
  /** `off` never keeps a choice, asks nothing about it and reads none: for a terminal in a public place. Default: `on`. */
  declare memory: "on" | "off";
  /** The key of the local storage where a choice is kept; portals of the same origin that offer different things need one each. */
  declare storageKey: string;
  /** The choice found in this browser, as long as it is the one offered. */
  declare protected kept: PortalChoice | null;
  /** The answer about keeping the choice; no, unless the person said yes, which leaves nothing behind. */
  declare protected isToBeKept: boolean;

  #answers: PortalAnswers = nothingChosen;

  constructor() {
    super();
    this.options = null;
    this.memory = "on";
    this.storageKey = defaultStorageKey;
    this.kept = null;
    this.isToBeKept = false;
  }

  /**
   * What is chosen, by ids; each is null until it is, or is no longer possible. Set any part to choose for the person, who can change it:
   * what was kept in the browser is then not offered.
   */
  get value(): PortalAnswers {
    if (this.options === null) return this.#answers;
    const [profile = null, level = null, mode = null] = this.#settle(this.#answers).steps.map(
      ({ chosen }) => chosen?.id ?? null,
    );
    return { profile, level, mode };
  }

  set value(value: Partial<PortalAnswers> | null) {
    this.#answers = { ...nothingChosen, ...value };
    if (!this.#isUntouched) this.kept = null;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("pageshow", this.#onPageShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pageshow", this.#onPageShow);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!["options", "memory", "storageKey"].some((name) => changed.has(name))) return;
    const isOffered = this.memory !== "off" && this.#isUntouched;
    const kept = isOffered ? readKeptChoice(this.storageKey) : null;
    // A choice that the portal no longer offers is asked again.
    this.kept = kept !== null && isSameChoice(kept, this.#settle(kept).choice) ? kept : null;
  }

  protected override get sheets() {
    return [...super.sheets, portalStyles];
  }

  protected override get fields(): readonly PortalStepName[] {
    return ["profile", "level", "mode"];
  }

  protected override headingText(): string {
    return this.text("portal.heading");
  }

  protected override renderContent(): unknown {
    if (this.options === null) return html`<p>${this.text("loading")}</p>`;
    if (this.kept !== null) return this.#offer(this.kept);
    const settled = this.#settle(this.#answers);
    if (settled.steps[0]?.choices.length === 0) return html`<p>${this.text("portal.none")}</p>`;
    return [
      html`<p class="educonnect-text">${this.text("portal.text")}</p>`,
      this.form([this.#questions(settled), this.actions("portal.submit")]),
    ];
  }

  protected override submit(): readonly Issue[] {
    const { steps, choice } = this.#settle(this.#answers);
    if (choice === null) {
      const field = steps.find(({ chosen, status }) => status === "asked" && chosen === null)?.name;
      return field === undefined ? [] : [{ code: `${field}_missing`, field }];
    }
    const remember = this.memory !== "off" && this.isToBeKept;
    if (this.memory !== "off") keepChoice(this.storageKey, remember ? choice : null);
    this.#leave(choice, remember);
    return [];
  }

  get #isUntouched(): boolean {
    return Object.values(this.#answers).every((answer) => answer === null);
  }

  #questions({ steps, choice }: SettledPortal): unknown {
    const asked = steps.filter(({ status }) => status === "asked");
    const facts = steps.filter(({ status }) => status === "settled");
    return [
      asked.map((step, place) => this.#question(step, place + 1)),
      facts.length === 0 || choice === null ? nothing : this.#facts(facts),
      choice === null || this.memory === "off" ? nothing : this.#memoryQuestion(asked.length + 1),
    ];
  }

  #question({ name, choices, chosen }: PortalStep, number: number): unknown {
    return choiceCards({
      id: this.idOf(name),
      name,
      number,
      legend: this.text(`portal.${name}`),
      cards: choices.map((entry) => ({
        value: entry.id,
        label: this.#labelOf(name, entry),
        description: entry.description,
        icon: entry.icon === undefined ? null : resolveWebAddress(entry.icon, this.baseURI),
      })),
      chosen: chosen?.id ?? null,
      error: this.errorOf(name),
      errorPrefix: this.text("errors.prefix"),
      onChoose: (id) => this.#answer(name, id),
    });
  }

  #memoryQuestion(number: number): unknown {
    return choiceCards({
      id: this.idOf("remember"),
      name: "remember",
      number,
      legend: this.text("portal.remember"),
      hint: this.text("portal.rememberHint"),
      cards: [
        { value: "no", label: this.text("portal.rememberNo") },
        { value: "yes", label: this.text("portal.rememberYes") },
      ],
      chosen: this.isToBeKept ? "yes" : "no",
      error: undefined,
      errorPrefix: this.text("errors.prefix"),
      onChoose: (answer) => {
        this.isToBeKept = answer === "yes";
      },
    });
  }

  #offer(kept: PortalChoice): unknown {
    const { steps, choice } = this.#settle(kept);
    const mode = steps.find(({ name }) => name === "mode")?.chosen;
    if (choice === null || !mode) return nothing;
    return html`<p class="educonnect-text">${this.text("portal.remembered")}</p>
      <div class="educonnect-panel educonnect-remembered">
        ${this.#facts(steps.filter(({ chosen }) => chosen !== null))}
      </div>
      <div class="educonnect-offer">
        ${button({
          label: this.text("portal.continue", { name: this.#labelOf("mode", mode) }),
          kind: "primary",
          disabled: this.busy,
          onClick: () => this.#leave(choice, true),
        })}
        ${this.button({ label: "portal.change", onClick: () => void this.#change() })}
        ${this.button({ label: "portal.forget", kind: "link", onClick: () => void this.#forget() })}
      </div>`;
  }

  #facts(steps: readonly PortalStep[]): unknown {
    return html`<dl class="educonnect-facts">
      ${steps.map(
        ({ name, chosen }) =>
          html`<div>
            <dt>${this.text(`portal.${name}Is`)}</dt>
            <dd><bdi>${chosen && this.#labelOf(name, chosen)}</bdi></dd>
          </div>`,
      )}
    </dl>`;
  }

  #labelOf(step: PortalStepName, { id, label }: PortalEntry): string {
    const key = `portal.${step}s.${id}`;
    return label ?? (isMessageKey(this.words, key) ? this.text(key) : id);
  }

  #settle(answers: PortalAnswers): SettledPortal {
    return settlePortal(this.options ?? { modes: [] }, answers, this.baseURI);
  }

  #answer(step: PortalStepName, id: string): void {
    const before = this.#settle(this.#answers);
    this.#answers = { ...this.#answers, [step]: id };
    this.announcement = "";
    this.heard = this.#newsText(before, this.#settle(this.#answers));
    if (this.mistakes !== null) this.mistakes = [];
    this.requestUpdate();
  }

  /** What appeared below the answer just given, for those who do not see it; the focus stays where it is. */
  #newsText(before: SettledPortal, after: SettledPortal): string {
    const news = newsOf(before, after);
    if (news === null) return "";
    const end = this.memory === "off" ? "submit" : "remember";
    const facts = news.settled.map(({ name, chosen }) =>
      this.text("portal.settled", {
        name: this.text(`portal.${name}Is`),
        text: chosen ? this.#labelOf(name, chosen) : "",
      }),
    );
    return [...facts, this.text("portal.shown", { name: this.text(`portal.${news.next ?? end}`) })].join(" ");
  }

  #leave({ href, profile, level, mode }: PortalChoice & { readonly href: string }, remember: boolean): void {
    this.heard = "";
    if (!dispatch(this, "educonnect-portal-choice", { profile, level, mode, href, remember })) return;
    this.announcement = this.text("portal.opening");
    location.assign(href);
  }

  async #change(): Promise<void> {
    if (this.kept === null) return;
    this.#answers = this.kept;
    this.isToBeKept = true;
    this.kept = null;
    await this.updateComplete;
    const step = this.fields.find((name) => this.find(name) !== null);
    this.find(step ?? "heading")?.focus();
  }

  async #forget(): Promise<void> {
    keepChoice(this.storageKey, null);
    this.kept = null;
    this.announcement = this.text("portal.forgotten");
    await this.focusHeading();
  }

  /** Back from the page that was opened, which this one is kept for. */
  readonly #onPageShow = (): void => {
    this.announcement = "";
  };
}

function isSameChoice(one: PortalChoice, other: PortalChoice | null): boolean {
  return one.profile === other?.profile && one.level === other.level && one.mode === other.mode;
}
