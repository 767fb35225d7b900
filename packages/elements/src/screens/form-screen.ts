import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Issue, MessageKey } from "@educonnect-activation/core";
import { button, type Button } from "../controls/button.ts";
import { confirmation } from "../controls/confirmation.ts";
import { errorSummary } from "../controls/error-summary.ts";
import { screenLink, type ScreenLink } from "../controls/screen-link.ts";
import { dispatch, type NavigateTarget } from "../events/educonnect-events.ts";
import { BaseScreen } from "./base-screen.ts";

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

/**
 * A screen as a frame (slots, header, summary, heading, content, status) around what the subclass draws.
 *
 * Every part is also a class of the same name with `educonnect-` before it, in both renderings.
 *
 * @slot start - the host's own content above the screen; also the property `start`
 * @slot end - the host's own content below it; also the property `end`
 * The names of an element go from the general to the special: `panel summary`, `button button-primary`, `field invalid`.
 *
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
export abstract class FormScreen extends BaseScreen {
  static override properties: PropertyDeclarations = {
    showsPassword: { state: true },
    heard: { state: true },
  };

  /** What only a screen reader is told, politely. */
  declare protected heard: string;
  /** Whether passwords can be read on the screen. */
  declare protected showsPassword: boolean;

  #isAsking = false;
  #hasStatus = false;

  constructor() {
    super();
    this.showsPassword = false;
    this.heard = "";
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const question = this.find("question");
    if (question !== null && !this.#isAsking) question.focus();
    // Whoever said no finds the focus on the button that asked, instead of lost with the question; whoever changed an answer keeps it.
    else if (question === null && this.#isAsking && !this.busy && document.activeElement === document.body)
      this.find("submit")?.focus();
    this.#isAsking = question !== null;
  }

  /** The heading's text. */
  protected abstract headingText(): string;

  /** What stands below the heading. */
  protected abstract renderContent(): unknown;

  /** One more class for a screen that isn't a narrow card. */
  protected get pageClass(): string {
    return "";
  }

  /** What stands above the heading. */
  protected renderHeader(): unknown {
    return nothing;
  }

  /** Looks at what was typed: mistakes to show, or none once it has been sent. */
  protected submit(_data: FormData): readonly Issue[] {
    return [];
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
   * The live region, one for the screen: under the buttons whose doings it tells of, or else at the end.
   *
   * It stays where it is while they do: a region that comes with its text is not read.
   */
  protected status(): TemplateResult {
    this.#hasStatus = true;
    const text = this.#statusText();
    return html`<p class="educonnect-status ${text ? "" : "educonnect-hidden"}" role="status">
      ${text}<span class="educonnect-hidden">${this.heard}</span>
    </p>`;
  }

  /** Words for an issue in the summary, where its field is not at hand. */
  protected summaryText(issue: Issue): string {
    return this.issueText(issue);
  }

  protected renderSummary(): unknown {
    const lines = this.shownIssues.map((issue) => {
      const field = this.fieldOf(issue);
      return { text: this.summaryText(issue), fieldId: field === undefined ? undefined : this.idOf(field) };
    });
    return errorSummary(this.idOf("summary"), this.text("errors.heading"), lines, (id) => {
      this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
    });
  }

  /** A form whose submission goes through `submit`; its buttons come last in it, and the live region under them. */
  protected form(content: unknown): TemplateResult {
    return html`<form class="educonnect-form" novalidate @submit=${this.#onSubmit}>
      ${content}${this.status()}
    </form>`;
  }

  /** A button that is disabled while a request is under way or, unless it leads away, the step is locked. */
  protected button(options: ScreenButton): TemplateResult {
    const isClosed = options.leads !== "away" && this.isLocked;
    const closed = isClosed || options.disabled === true;
    return button({ ...options, label: this.text(options.label), disabled: closed || this.busy, closed });
  }

  /** A link to a target; when it is not wired, to an address if one is given, else nothing. */
  protected link(
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

  /**
   * FranceConnect's button by the rules that can be kept without the State's artwork (docs/decisions/0049): what it does and the name on
   * a line each, the explanation below, on FranceConnect's own site unless wired. Nothing where the method is not.
   */
  protected franceConnect(look: "primary" | "secondary", href = this.links.franceconnect): unknown {
    const target = "franceconnect";
    const lines = this.text("login.franceConnect").split(/(?=FranceConnect)/u);
    const enter = screenLink({
      look,
      className: "educonnect-franceconnect-button",
      href,
      label: lines.map(
        (line, place) =>
          html`<span class="educonnect-franceconnect-${place === 0 ? "act" : "name"}" lang="fr"
            >${line}</span
          >`,
      ),
      disabled: this.busy,
      onFollow: (href) => dispatch(this, "educonnect-navigate", { target, href }),
    });
    const about = "https://franceconnect.gouv.fr/";
    return enter === nothing
      ? nothing
      : html`<div class="educonnect-franceconnect-group">
          ${enter}
          <p>${this.link("franceconnect-about", "login.franceConnectAbout", "link", about)}</p>
        </div>`;
  }

  /** The row of buttons under a form: what stands before, then the one that submits. */
  protected actions(submit: MessageKey, before: unknown = nothing): TemplateResult {
    return html`<div class="educonnect-actions">
      ${before}${this.button({ label: submit, kind: "primary", type: "submit", id: this.idOf("submit") })}
    </div>`;
  }

  /** A question in the page, in place of the buttons that led to it. It takes the focus when it appears. */
  protected confirmation(question: Question): TemplateResult {
    const id = this.idOf("question");
    return confirmation({
      id,
      heading: this.text(question.heading),
      text: this.text(question.text),
      confirm: this.text(question.confirm),
      cancel: this.text(question.cancel ?? "cancel"),
      disabled: this.busy,
      onConfirm: () => question.onAnswer(true),
      onCancel: () => question.onAnswer(false),
    });
  }

  /** What a password field needs to be shown and hidden; fields of a screen are shown together. */
  protected passwordToggle() {
    return {
      isShown: this.showsPassword,
      toggleLabel: this.text(this.showsPassword ? "password.hide" : "password.show"),
      onToggle: () => {
        this.showsPassword = !this.showsPassword;
        this.heard = this.text(this.showsPassword ? "password.shown" : "password.hidden");
      },
    };
  }

  /** The properties that every field takes from the screen. */
  protected field(name: string) {
    return { id: this.idOf(name), name, error: this.errorOf(name), errorPrefix: this.text("errors.prefix") };
  }

  /** What the live region says while a request is under way. */
  protected get busyText(): MessageKey {
    return "sending";
  }

  #statusText(): string {
    if (!this.busy) return this.announcement;
    return this.text(this.slowness.isSlow ? "slow" : this.busyText);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy || this.isLocked || !(event.currentTarget instanceof HTMLFormElement)) return;
    const mistakes = this.submit(new FormData(event.currentTarget));
    if (mistakes.length > 0) this.mistakes = mistakes;
  };
}
