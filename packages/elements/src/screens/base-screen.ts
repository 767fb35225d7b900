import type {
  Audience,
  Command,
  FlowView,
  Issue,
  MessageKey,
  MessageParams,
  SchoolContact,
  SignInCommand,
} from "@educonnect-activation/core";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { button, type Button } from "../controls/button.ts";
import { confirmation } from "../controls/confirmation.ts";
import { errorSummary } from "../controls/error-summary.ts";
import { screenLink, type ScreenLink } from "../controls/screen-link.ts";
import { SlowNotice } from "../controls/slow-notice.ts";
import { KitElement } from "../element/kit-element.ts";
import { dispatch, type NavigateTarget } from "../events/educonnect-events.ts";
import { describeIssue, translate } from "../i18n/translate.ts";

/** A question asked in the page, by the keys of its texts. */
export interface Question {
  readonly heading: MessageKey;
  readonly text: MessageKey;
  readonly confirm: MessageKey;
  readonly cancel?: MessageKey;
  readonly onAnswer: (agreed: boolean) => void;
}

/** A button with the key of its label. */
export interface ScreenButton extends Omit<Button, "label"> {
  readonly label: MessageKey;
  /** `away` keeps it usable while the step is locked. */
  readonly leads?: "on" | "away";
}

/** The content that a step puts around its screen. */
export interface ScreenFrame {
  readonly sheets: readonly string[];
  readonly secondsLocked: number;
  readonly isLocked: boolean;
  header(): TemplateResult;
  summary(issues: readonly Issue[], summary: unknown): unknown;
  withoutLock(issues: readonly Issue[]): readonly Issue[];
}

let instances = 0;

/**
 * The base of every screen: a card with the heading, the summary of errors, the screen's own content and a live region, whose form, buttons
 * and links work alike everywhere.
 *
 * A screen never talks to a server. Its host sets properties (mostly straight from a `FlowView`) and listens to events. Every part is also
 * a class of the same name with `educonnect-` before it, in both renderings; the names of an element go from the general to the special:
 * `panel summary`, `button button-primary`, `field invalid`.
 *
 * @slot start - the host's own content above the screen; also the property `start`
 * @slot end - the host's own content below it; also the property `end`
 * @csspart screen - the whole card
 * @csspart stack - what is one below the other
 * @csspart eyebrow - the line above the heading that says whom it is for
 * @csspart heading - the heading, which takes the focus
 * @csspart subheading - a heading within the screen
 * @csspart text - a paragraph to read
 * @csspart muted - a paragraph of less weight
 * @csspart form - the form
 * @csspart field - a label with its input and messages
 * @csspart invalid - a field, besides, that something is wrong with
 * @csspart invalid-group - a group of fields, besides, that something is wrong with
 * @csspart label-row - a field's label, with the link beside it
 * @csspart label - a field's label
 * @csspart input - a field's input
 * @csspart input-row - an input with a button in it
 * @csspart hint - what helps to fill a field in
 * @csspart hint-group - a group's hint, besides
 * @csspart error - what is wrong with a field
 * @csspart error-group - a group's error, besides
 * @csspart fieldset - a date's field, besides
 * @csspart legend - the label of a date, besides
 * @csspart date - the three fields of a date
 * @csspart date-part - one of them with its label
 * @csspart date-day - the day, besides
 * @csspart date-month - the month, besides
 * @csspart date-year - the year, besides
 * @csspart date-label - the label of one of them
 * @csspart radio - a radio button with its label
 * @csspart checkbox - a box to tick with its label
 * @csspart choice-name - the label of either
 * @csspart toggle - the button that shows and hides a password
 * @csspart icon - every icon
 * @csspart icon-arrow - the arrow of links
 * @csspart icon-newWindow - the icon of links that open a window
 * @csspart icon-eye - the icon that shows a password
 * @csspart icon-closedEye - the icon that hides it
 * @csspart summary - the summary of errors
 * @csspart panel - every box inside the card
 * @csspart warning - a box with a warning or a question
 * @csspart confirmation - a question asked in the page
 * @csspart actions - a row of buttons
 * @csspart back - the button that leads back, besides
 * @csspart button - every button
 * @csspart button-primary - the button that goes on, besides
 * @csspart closed - a button that does nothing for now, besides; one that waits for a request to end is none
 * @csspart link - every link
 * @csspart franceconnect-group - FranceConnect's button with the link below it
 * @csspart franceconnect-button - the button that leads to FranceConnect
 * @csspart franceconnect-act - its first line
 * @csspart franceconnect-name - its second line
 * @csspart status - the live region
 */
export abstract class BaseScreen extends KitElement {
  static override properties: PropertyDeclarations = {
    issues: { attribute: false },
    busy: { type: Boolean },
    links: { attribute: false },
    mistakes: { state: true },
    announcement: { state: true },
    heard: { state: true },
  };

  /** What the server found wrong; each goes to its field and into the summary. */
  declare issues: readonly Issue[];
  /** A request is under way: nothing can be sent a second time. */
  declare busy: boolean;
  /** Where links lead: an address, or true when the host listens to `educonnect-navigate`. A link without one is not shown. */
  declare links: Readonly<Partial<Record<NavigateTarget, string | true>>>;
  /**
   * Who activates; shown above the title, unless null.
   *
   * @attr audience
   */
  declare audience?: Audience | null;
  /**
   * What « Précédent » does: `step` sends `backRequested`, `abandon` asks first and sends `abandonRequested`, `none` hides it.
   *
   * @attr back
   */
  declare back?: FlowView["back"];
  /**
   * What the button that goes on is called: « Suivant » or « Confirmer ».
   *
   * @attr action
   */
  declare action?: "next" | "confirm";
  /** The step's place among those the person sees, from 1; null shows none. */
  declare progress?: FlowView["progress"] | null;
  /** Whom to ask when the step is locked. */
  declare contact?: SchoolContact | null;
  /**
   * When the step opens again (epoch seconds); null while it is open.
   *
   * @attr locked-until
   */
  declare lockedUntil?: number | null;
  /**
   * The server's time when it answered (epoch seconds); null trusts the browser's clock.
   *
   * @attr now
   */
  declare now?: number | null;
  /** What the screen itself found wrong at the last submission, shown instead of `issues`; null shows those. */
  declare protected mistakes: readonly Issue[] | null;
  /** @internal What the live region says when nothing is under way. */
  declare announcement: string;
  /** @internal What only a screen reader is told, politely. */
  declare heard: string;
  /** What frames a step of an activation; a screen that is no step has none. */
  declare protected readonly step?: ScreenFrame;

  readonly #slowness = new SlowNotice(this);
  readonly #prefix: string = `educonnect-${(instances += 1)}`;
  #isAsking = false;
  #hasStatus = false;

  constructor() {
    super();
    this.issues = [];
    this.busy = false;
    this.links = {};
    this.mistakes = null;
    this.announcement = "";
    this.heard = "";
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, ...(this.step?.sheets ?? [])];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("issues")) this.mistakes = null;
    if (changed.has("busy")) {
      if (this.busy) this.announcement = "";
      else if (this.mistakes?.length === 0) this.mistakes = null;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // At the first rendering the code that shows the screen decides where the focus goes.
    const isNews = ["issues", "mistakes"].some((name) => changed.get(name) !== undefined);
    if (isNews && this.shownIssues.length > 0) this.find("summary")?.focus();
    const question = this.find("question");
    if (question !== null && !this.#isAsking) question.focus();
    // Whoever answers no finds the focus on the button that asked, instead of lost with the question; whoever changed an answer keeps it.
    else if (question === null && this.#isAsking && !this.busy && document.activeElement === document.body)
      this.find("submit")?.focus();
    this.#isAsking = question !== null;
  }

  /** Moves the focus to the heading, or to the summary of errors when there is one; for the host that shows a new screen. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    (this.find("summary") ?? this.find("heading"))?.focus();
  }

  /** The heading's text. */
  protected abstract headingText(): string;

  /** What stands below the heading. */
  protected abstract renderContent(): unknown;

  /** Checks what was typed: returns the mistakes to show, or none once it has been sent. */
  protected submit(_data: FormData): readonly Issue[] {
    return [];
  }

  /** One more class for a screen that isn't a narrow card. */
  protected get pageClass(): string {
    return "";
  }

  /** The names of its fields, as issues name them. */
  protected get fields(): readonly string[] {
    return [];
  }

  /** What the live region says while a request is under way. */
  protected get busyText(): MessageKey {
    return "sending";
  }

  /** What stands above the heading. */
  protected renderHeader(): unknown {
    return this.step?.header() ?? nothing;
  }

  /** Renders the summary of all mistakes, or the lock if the step is locked. */
  protected renderSummary(): unknown {
    const lines = this.shownIssues.map((issue) => {
      const field = this.fieldOf(issue);
      return { text: this.summaryText(issue), fieldId: field && this.idOf(field) };
    });
    const summary = errorSummary(this.idOf("summary"), this.text("errors.heading"), lines, (id) => {
      this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
    });
    return this.step?.summary(this.mistakes ?? this.issues, summary) ?? summary;
  }

  protected override render(): TemplateResult {
    this.#hasStatus = false;
    const content = this.renderContent();
    return html`<div
      class="educonnect educonnect-screen ${this.pageClass}"
      lang=${this.text("lang")}
      dir=${this.text("dir")}
    >
      <div class="educonnect-stack">
        ${this.slotted("start")} ${this.renderHeader()} ${this.renderSummary()}
        <h2 class="educonnect-heading" id=${this.idOf("heading")} tabindex="-1">${this.headingText()}</h2>
        ${content} ${this.#hasStatus ? nothing : this.status()} ${this.slotted("end")}
      </div>
    </div>`;
  }

  /**
   * Renders the screen's only live region: under the buttons whose progress it announces, or else at the end.
   *
   * It stays where it is while they do: a region that comes with its text is not read.
   */
  protected status(): TemplateResult {
    this.#hasStatus = true;
    const text = this.busy ? this.text(this.#slowness.isSlow ? "slow" : this.busyText) : this.announcement;
    return html`<p class="educonnect-status ${text ? "" : "educonnect-hidden"}" role="status">
      ${text}<span class="educonnect-hidden">${this.heard}</span>
    </p>`;
  }

  protected get shownIssues(): readonly Issue[] {
    const issues = this.mistakes ?? this.issues;
    return this.step?.withoutLock(issues) ?? issues;
  }

  /** @internal The text of a key in the host's words. */
  text(key: MessageKey, params?: MessageParams): string {
    return translate(this.words, key, params);
  }

  /** Words for an issue. */
  protected issueText(issue: Issue): string {
    return describeIssue(this.words, issue, this.step?.secondsLocked);
  }

  /** Words for an issue in the summary, where its field is not at hand. */
  protected summaryText(issue: Issue): string {
    return this.issueText(issue);
  }

  /** The field an issue belongs to, by the name that `idOf` knows; undefined when it is about the whole screen. */
  protected fieldOf(issue: Issue): string | undefined {
    const name = issue.field?.split(".").at(-1);
    return name !== undefined && this.fields.includes(name) ? name : undefined;
  }

  /** What is wrong with a field, in words. */
  protected errorOf(field: string): string | undefined {
    const issue = this.shownIssues.find((candidate) => this.fieldOf(candidate) === field);
    return issue && this.issueText(issue);
  }

  /** @internal An id that no other instance in the page has. */
  idOf(name: string): string {
    return `${this.#prefix}-${name}`;
  }

  /** The rendered element of a name given to `idOf`. */
  protected find(name: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.idOf(name))}`);
  }

  /** @internal Sends a command to the host, unless one is under way or, but for those that lead away from it, the step is locked. */
  send(command: Command | SignInCommand, leads: "on" | "away" = "on"): void {
    if (this.busy || (leads === "on" && this.step?.isLocked)) return;
    // The mistakes are being corrected. They show again if the host changes nothing.
    this.mistakes = [];
    dispatch(this, "educonnect-command", command);
  }

  /** A form whose submission goes through `submit`; its buttons come last in it, and the live region under them. */
  protected form(content: unknown): TemplateResult {
    return html`<form class="educonnect-form" novalidate @submit=${this.#onSubmit}>
      ${content}${this.status()}
    </form>`;
  }

  /** @internal The properties that every field takes from the screen. */
  field(name: string) {
    return { id: this.idOf(name), name, error: this.errorOf(name), errorPrefix: this.text("errors.prefix") };
  }

  /** @internal A button that is disabled while a request is under way or, unless it leads away, the step is locked. */
  button(options: ScreenButton): TemplateResult {
    const closed = (options.leads !== "away" && this.step?.isLocked) || options.disabled === true;
    return button({ ...options, label: this.text(options.label), disabled: closed || this.busy, closed });
  }

  /** @internal A link to a target; when it is not wired, to an address if one is given, else nothing. */
  link(
    target: NavigateTarget,
    label: MessageKey,
    look: ScreenLink["look"] = "link",
    address?: string,
  ): unknown {
    return screenLink({
      look,
      href: this.links[target] ?? address,
      label:
        label === "login.franceConnect" ? html`<span lang="fr">${this.text(label)}</span>` : this.text(label),
      newWindow: target === "franceconnect-about" ? this.text("newWindow") : undefined,
      onFollow: (href) => dispatch(this, "educonnect-navigate", { target, href }),
    });
  }

  /** @internal The row of buttons under a form: what stands before, then the one that submits. */
  actions(submit: MessageKey, before: unknown = nothing): TemplateResult {
    return html`<div class="educonnect-actions">
      ${before}${this.button({ label: submit, kind: "primary", type: "submit", id: this.idOf("submit") })}
    </div>`;
  }

  /** @internal A question in the page, in place of the buttons that led to it. It takes the focus when it appears. */
  confirmation({ heading, text, confirm, cancel = "cancel", onAnswer }: Question): TemplateResult {
    return confirmation({
      id: this.idOf("question"),
      heading: this.text(heading),
      text: this.text(text),
      confirm: this.text(confirm),
      cancel: this.text(cancel),
      disabled: this.busy,
      onAnswer,
    });
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy || this.step?.isLocked || !(event.currentTarget instanceof HTMLFormElement)) return;
    const mistakes = this.submit(new FormData(event.currentTarget));
    if (mistakes.length > 0) this.mistakes = mistakes;
  };
}
