import { frenchFlow, type ChildAnswer, type ChildCard, type Issue } from "@educonnect-activation/core";
import { html, nothing, render } from "lit";
import { choice } from "../../controls/choice.ts";
import { dateFields } from "../../controls/date-fields.ts";
import { dateParts, readDate } from "../../controls/read-date.ts";
import { fieldError, invalidClass } from "../../controls/text-field.ts";
import { dateOrder, type DatePart, commaOf, joinNames } from "../../i18n/wording.ts";
import { choiceStyles, dateStyles } from "../../theme/answer-styles.ts";
import { BaseScreen } from "../base-screen.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import { isMasked, namePupil, type PupilName } from "./name-pupil.ts";
import { addTexts } from "../../i18n/translate.ts";
import { css } from "../../theme/styling.ts";

type Relation = ChildAnswer["relation"];

/** From how many children on the answers are counted. */
const largeFamily = 4;

addTexts("flow", frenchFlow);

/**
 * Screen 6: the legal link to each child, with its birth date as the proof.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `childrenSubmitted`, `backRequested`, `abandonRequested`
 * @csspart child - a child's card
 * @csspart child-name - the child's name
 * @csspart child-school - the school
 * @csspart child-part - what is asked about the child
 * @csspart count - how many are answered, in a large family
 */
export class EduconnectChildren extends BaseScreen {
  static override properties = {
    ...stepProperties,
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
  readonly #datePlaces = new Map<string, Map<DatePart, HTMLElement>>();

  protected override readonly step = new StepFrame(this);

  constructor() {
    super();
    this.pupils = [];
    this.relations = {};
    this.refusals = null;
  }

  protected override get sheets() {
    return [...super.sheets, choiceStyles, dateStyles, childrenStyles];
  }

  protected override headingText(): string {
    return this.text("children.heading");
  }

  protected override fieldOf({ childId, field, code }: Issue): string | undefined {
    if (!this.pupils.some(({ id }) => id === childId)) return undefined;
    const part = dateParts.find((name) => name === field?.split(".").at(-1));
    return part || code.startsWith("birth_date")
      ? `${part ?? this.#dateOrder[0]}-${childId}`
      : `relation-${childId}`;
  }

  protected override summaryText(issue: Issue): string {
    const pupil = this.pupils.find(({ id }) => id === issue.childId);
    const text = super.summaryText(issue);
    return pupil ? this.text("issue.ofChild", { child: this.#name(pupil).short, text }) : text;
  }

  get #dateOrder(): readonly DatePart[] {
    return dateOrder(this.text("lang"));
  }

  #name(pupil: ChildCard): PupilName {
    return namePupil(pupil, this.pupils, (key, params) => this.text(key, params));
  }

  protected override renderContent(): unknown {
    if (this.pupils.length === 0) {
      return html`<p>${this.text("children.none")}</p>
        ${this.step.contact()}`;
    }
    return [
      html`<p class="educonnect-text">${this.text("children.text")}</p>
        ${this.pupils.some(isMasked) ? html`<p class="educonnect-panel">${this.text("children.initialWhy")}</p>` : nothing}`,
      this.form(
        html`<div class="educonnect-form" @input=${() => this.requestUpdate()}>
            ${this.pupils.map((card) => this.#kept(card))}
          </div>
          ${this.#count()} ${this.#actions()}`,
      ),
    ];
  }

  /** How far a large family has come. It is read where it stands, not announced at each answer. */
  #count(): unknown {
    const total = this.pupils.length;
    if (total < largeFamily) return nothing;
    const current = this.pupils.filter((card) => this.#isAnswered(card)).length;
    return html`<p class="educonnect-muted educonnect-count">
      ${this.text("children.count", { current, total })}
    </p>`;
  }

  #isAnswered({ id, hasBirthDate }: ChildCard): boolean {
    const relation = this.relations[id];
    if (relation !== "guardian" || !hasBirthDate) return relation !== undefined;
    const inputs = this.#places.get(id)?.querySelectorAll<HTMLInputElement>("input[name][inputmode]") ?? [];
    return [...inputs].every(({ value }) => value.trim() !== "");
  }

  /** Draws a card into a place of its own, so that what is typed stays with its child however the list changes. */
  #kept(card: ChildCard): HTMLElement {
    const place = this.#places.get(card.id) ?? document.createElement("div");
    this.#places.set(card.id, place);
    render(this.#card(card), place);
    return place;
  }

  #card(card: ChildCard): unknown {
    const { id, school, hasBirthDate } = card;
    const pupil = this.#name(card);
    const field = `relation-${id}`;
    const error = this.errorOf(field);
    const isGuardian = this.relations[id] === "guardian";
    return html`<fieldset
      class="educonnect-child ${invalidClass(error, "-group")}"
      aria-describedby=${error === undefined ? nothing : `${this.idOf(field)}-error`}
    >
      <legend class="educonnect-child-name">
        <bdi>${pupil.name}</bdi>${[pupil.place, school].map(
          (line) =>
            line &&
            html`<span class="educonnect-hidden">${commaOf(this.text("lang"))}</span
              ><span class="educonnect-child-school"><bdi>${line}</bdi></span>`,
        )}
      </legend>
      ${fieldError(this.idOf(field), this.text("errors.prefix"), error, "-group")}
      <div class="educonnect-child-part">
        ${this.#radio(id, pupil, "guardian", this.idOf(field))}${this.#radio(id, pupil, "notGuardian", `${this.idOf(field)}-no`)}
      </div>
      <div class="educonnect-child-part" ?hidden=${!isGuardian}>
        ${hasBirthDate ? this.#birthDate(id, pupil.full) : html`<p class="educonnect-muted">${this.text("children.noBirthDate")}</p>`}
      </div>
    </fieldset>`;
  }

  #radio(childId: string, { full, place }: PupilName, relation: Relation, id: string): unknown {
    const label = this.text(`children.${relation}`);
    return choice({
      type: "radio",
      id,
      name: `relation-${childId}`,
      value: relation,
      label,
      fullLabel: place === "" ? undefined : joinNames(this.text("lang"), [label, full]),
      checked: this.relations[childId] === relation,
      onChange: () => {
        this.relations = { ...this.relations, [childId]: relation };
        this.refusals = null;
      },
    });
  }

  #birthDate(id: string, owner: string): unknown {
    const places = this.#datePlaces.get(id) ?? new Map<DatePart, HTMLElement>();
    this.#datePlaces.set(id, places);
    return dateFields({
      messages: this.words,
      legend: "children.birthDate",
      owner,
      idOf: (name) => this.idOf(name),
      suffix: `-${id}`,
      places,
      issues: this.shownIssues.filter((issue) =>
        dateParts.some((part) => this.fieldOf(issue) === `${part}-${id}`),
      ),
      issueText: (issue) => this.issueText(issue),
      isOwn: false,
    });
  }

  #actions(): unknown {
    const answers = this.refusals;
    if (answers === null) return this.step.actions();
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
        const read = readDate(data, `-${childId}`, this.step.clock.now(), this.#dateOrder);
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

/** A card per child. */
export const childrenStyles = css`
  .educonnect-child {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    padding: 1.125rem clamp(0.75rem, 4vw, 1.25rem) 1.25rem;
    border: var(--_border-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_sunken);
  }
  .educonnect-child-name {
    float: inline-start;
    inline-size: 100%;
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.35;
  }
  .educonnect-child-school {
    display: block;
    color: var(--_muted);
    font-size: 0.9375rem;
    font-weight: 400;
  }
`;
