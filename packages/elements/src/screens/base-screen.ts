import type { Command, Issue, MessageKey, MessageParams, SignInCommand } from "@educonnect-activation/core";
import type { PropertyDeclarations, PropertyValues } from "lit";
import { KitElement } from "../element/kit-element.ts";
import { SlowNotice } from "../controls/slow-notice.ts";
import { dispatch, type NavigateTarget } from "../events/educonnect-events.ts";
import { describeIssue, translate } from "../i18n/translate.ts";

let instances = 0;

/**
 * What every screen does besides drawing itself: rendering root, sheets, texts, issues, focus and announcements.
 *
 * A screen never talks to a server. Its host sets properties (mostly straight from a `FlowView`) and listens to events.
 */
export abstract class BaseScreen extends KitElement {
  static override properties: PropertyDeclarations = {
    issues: { attribute: false },
    busy: { type: Boolean },
    links: { attribute: false },
    mistakes: { state: true },
    announcement: { state: true },
  };

  /** What the server found wrong; each goes to its field and into the summary. */
  declare issues: readonly Issue[];
  /** A request is under way: nothing can be sent a second time. */
  declare busy: boolean;
  /** Where links lead: an address, or true when the host listens to `educonnect-navigate`. A link without one is not shown. */
  declare links: Readonly<Partial<Record<NavigateTarget, string | true>>>;
  /** What the screen itself found wrong at the last submission, shown instead of `issues`; null shows those. */
  declare protected mistakes: readonly Issue[] | null;
  /** What the live region says when nothing is under way. */
  declare protected announcement: string;

  protected readonly slowness: SlowNotice = new SlowNotice(() => this.requestUpdate());
  readonly #prefix: string = `educonnect-${(instances += 1)}`;

  constructor() {
    super();
    this.issues = [];
    this.busy = false;
    this.links = {};
    this.mistakes = null;
    this.announcement = "";
  }

  override disconnectedCallback(): void {
    this.slowness.watch(false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("issues")) this.mistakes = null;
    if (changed.has("busy")) {
      this.slowness.watch(this.busy);
      if (this.busy) this.announcement = "";
      else if (this.mistakes?.length === 0) this.mistakes = null;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The first rendering is no news: whoever shows the screen decides where the focus goes.
    const isNews = ["issues", "mistakes"].some((name) => changed.get(name) !== undefined);
    if (isNews && this.shownIssues.length > 0) this.find("summary")?.focus();
  }

  /** Moves the focus to the heading, or to the summary of errors when there is one; for the host that shows a new screen. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    (this.find("summary") ?? this.find("heading"))?.focus();
  }

  /** The names of its fields, as issues name them. */
  protected get fields(): readonly string[] {
    return [];
  }

  /** Whether nothing may be sent for now but what leads away. */
  protected get isLocked(): boolean {
    return false;
  }

  protected get shownIssues(): readonly Issue[] {
    return this.mistakes ?? this.issues;
  }

  /** The text of a key in the host's words. */
  protected text(key: MessageKey, params?: MessageParams): string {
    return translate(this.words, key, params);
  }

  /** Words for an issue. */
  protected issueText(issue: Issue): string {
    return describeIssue(this.words, issue);
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

  /** An id that no other instance in the page has. */
  protected idOf(name: string): string {
    return `${this.#prefix}-${name}`;
  }

  /** The rendered element of a name given to `idOf`. */
  protected find(name: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.idOf(name))}`);
  }

  /** Sends a command to the host, unless one is under way or, but for those that lead away from it, the step is locked. */
  protected send(command: Command | SignInCommand, leads: "on" | "away" = "on"): void {
    if (this.busy || (leads === "on" && this.isLocked)) return;
    // What was wrong is being answered; it shows again if the host changes nothing.
    this.mistakes = [];
    dispatch(this, "educonnect-command", command);
  }
}
