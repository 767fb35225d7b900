import { frenchFlow } from "@educonnect-activation/core";
import type { ChildAnswer, ChildCard, Issue } from "@educonnect-activation/core";
import { html, nothing, render } from "lit";
import { schoolContact } from "../../controls/school-contact.ts";
import { dateFields } from "../../controls/date-fields.ts";
import { dateParts, readDate } from "../../controls/read-date.ts";
import { fieldError } from "../../controls/text-field.ts";
import { dateStyles } from "../../theme/date-styles.ts";
import { StepScreen } from "../step-screen.ts";
import { childrenStyles } from "./children-styles.ts";
import { addTexts } from "../../i18n/translate.ts";

type Relation = ChildAnswer["relation"];

addTexts(frenchFlow);

/**
 * Screen 6: the legal link to each child, with its birth date as the proof.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `childrenSubmitted`, `backRequested`, `abandonRequested`
 * @csspart child - a child's card
 */
export class EduconnectChildren extends StepScreen {
  static override properties = {
    pupils: { attribute: false },
    relations: { state: true },
    refusals: { state: true },
  };

  /** The children offered, in order (`children` is a property of every DOM element). */
  declare pupils: readonly ChildCard[];
  declare protected relations: Readonly<Record<string, Relation>>;
  /** What would be sent once the person has confirmed that no child is theirs. */
  declare protected refusals: readonly ChildAnswer[] | null;
  readonly #places = new Map<string, HTMLElement>();

  constructor() {
    super();
    this.pupils = [];
    this.relations = {};
    this.refusals = null;
  }

  protected override get sheets() {
    return [...super.sheets, dateStyles, childrenStyles];
  }

  protected override headingText(): string {
    return this.text("children.heading");
  }

  protected override fieldOf({ childId, field, code }: Issue): string | undefined {
    if (!this.pupils.some(({ id }) => id === childId)) return undefined;
    const part = dateParts.find((name) => name === field?.split(".").at(-1));
    return part || code.startsWith("birth_date") ? `${part ?? "day"}-${childId}` : `relation-${childId}`;
  }

  protected override summaryText(issue: Issue): string {
    const child = this.pupils.find(({ id }) => id === issue.childId);
    const text = super.summaryText(issue);
    return child ? this.text("issue.ofChild", { child: child.givenName, text }) : text;
  }

  protected override renderContent(): unknown {
    if (this.pupils.length === 0) {
      return html`<p>${this.text("children.none")}</p>
        ${schoolContact(this.messages, this.contact)}`;
    }
    return [
      html`<p class="educonnect-text">${this.text("children.text")}</p>`,
      this.form([this.pupils.map((card) => this.#kept(card)), this.#actions()]),
    ];
  }

  /** Draws a card into a place of its own, so that what is typed stays with its child however the list changes. */
  #kept(card: ChildCard): HTMLElement {
    const place = this.#places.get(card.id) ?? document.createElement("div");
    this.#places.set(card.id, place);
    render(this.#card(card), place);
    return place;
  }

  #card({ id, givenName, familyName, school, hasBirthDate }: ChildCard): unknown {
    const name = `relation-${id}`;
    const error = this.errorOf(name);
    const isGuardian = this.relations[id] === "guardian";
    return html`<fieldset
      class="educonnect-child"
      aria-describedby=${error === undefined ? nothing : `${this.idOf(name)}-error`}
    >
      <legend class="educonnect-child-name">
        ${`${givenName} ${familyName}`}<span class="educonnect-hidden">, </span
        ><span class="educonnect-child-school">${school}</span>
      </legend>
      ${fieldError(this.idOf(name), this.text("errors.prefix"), error)}
      <div>
        ${this.#radio(id, "guardian", this.idOf(name))}${this.#radio(id, "notGuardian", `${this.idOf(name)}-no`)}
      </div>
      ${hasBirthDate ? this.#birthDate(id, isGuardian) : isGuardian ? html`<p class="educonnect-muted">${this.text("children.noBirthDate")}</p>` : nothing}
    </fieldset>`;
  }

  #radio(childId: string, relation: Relation, id: string): unknown {
    return html`<label class="educonnect-radio"
      ><input
        type="radio"
        id=${id}
        name="relation-${childId}"
        value=${relation}
        .checked=${this.relations[childId] === relation}
        @change=${() => {
          this.relations = { ...this.relations, [childId]: relation };
          this.refusals = null;
        }}
      /><span>${this.text(`children.${relation}`)}</span></label
    >`;
  }

  #birthDate(id: string, isGuardian: boolean): unknown {
    return dateFields({
      messages: this.messages,
      legend: "children.birthDate",
      idOf: (name) => this.idOf(name),
      suffix: `-${id}`,
      issues: this.shownIssues.filter((issue) =>
        dateParts.some((part) => this.fieldOf(issue) === `${part}-${id}`),
      ),
      issueText: (issue) => this.issueText(issue),
      isOwn: false,
      isHidden: !isGuardian,
    });
  }

  #actions(): unknown {
    const answers = this.refusals;
    if (answers === null) return this.stepActions();
    return this.confirmation({
      heading: "children.refuseHeading",
      text: "children.refuseText",
      confirm: "children.refuseConfirm",
      cancel: "children.refuseCancel",
      onAnswer: (agreed) => {
        this.refusals = null;
        if (agreed) this.send({ type: "childrenSubmitted", answers });
      },
    });
  }

  protected override submit(data: FormData): readonly Issue[] {
    const issues: Issue[] = [];
    const answers: ChildAnswer[] = [];
    for (const { id: childId, hasBirthDate } of this.pupils) {
      const relation = this.relations[childId];
      if (relation === undefined) issues.push({ code: "child_unanswered", childId });
      else if (relation === "notGuardian") answers.push({ childId, relation });
      else if (!hasBirthDate) answers.push({ childId, relation, birthDate: null });
      else {
        const read = readDate(data, `-${childId}`, this.clock.now());
        if ("date" in read) answers.push({ childId, relation, birthDate: read.date });
        else issues.push(...read.issues.map((issue) => ({ ...issue, childId })));
      }
    }
    if (issues.length > 0) return issues;
    if (answers.every(({ relation }) => relation === "notGuardian")) this.refusals = answers;
    else this.send({ type: "childrenSubmitted", answers });
    return [];
  }
}
