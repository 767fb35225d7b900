import { frenchFlow, type Issue } from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { dateFields } from "../../controls/date-fields.ts";
import { readDate } from "../../controls/read-date.ts";
import { dateOrder, type DatePart } from "../../i18n/wording.ts";
import { dateStyles } from "../../theme/answer-styles.ts";
import { BaseScreen } from "../base-screen.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import { addTexts } from "../../i18n/translate.ts";

/** The school has no date to compare with: only it can help. */
const unrecorded = "birth_date_unrecorded";

addTexts("flow", frenchFlow);

/**
 * Screen 6b: a pupil's own birth date.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `birthDateSubmitted`, `backRequested`, `abandonRequested`
 */
export class EduconnectBirthDate extends BaseScreen {
  static override properties = stepProperties;

  readonly #places = new Map<DatePart, HTMLElement>();

  protected override readonly step = new StepFrame(this);

  constructor() {
    super();
    this.audience = "pupil";
  }

  protected override get sheets() {
    return [...super.sheets, dateStyles];
  }

  protected override get fields(): readonly string[] {
    return ["day", "month", "year"];
  }

  protected override headingText(): string {
    return this.text("birthDate.heading");
  }

  protected override fieldOf(issue: Issue): string | undefined {
    if (issue.code === unrecorded) return undefined;
    const isAboutDate = issue.code.startsWith("birth_date") || issue.field?.endsWith("birthDate") === true;
    return super.fieldOf(issue) ?? (isAboutDate ? dateOrder(this.text("lang"))[0] : undefined);
  }

  /** It is the reader's own date. */
  protected override issueText(issue: Issue): string {
    const isMissing = issue.code === "birth_date_missing";
    return super.issueText(isMissing ? { ...issue, code: "own_birth_date_missing" } : issue);
  }

  protected override renderContent(): unknown {
    return [
      html`<p class="educonnect-text">${this.text("birthDate.text")}</p>`,
      this.shownIssues.some(({ code }) => code === unrecorded) ? this.step.contact() : nothing,
      this.form([
        dateFields({
          messages: this.words,
          legend: "birthDate.legend",
          idOf: (name) => this.idOf(name),
          suffix: "",
          places: this.#places,
          issues: this.shownIssues.filter((issue) => this.fieldOf(issue) !== undefined),
          issueText: (issue) => this.issueText(issue),
          isOwn: true,
        }),
        this.step.actions(),
      ]),
    ];
  }

  protected override submit(data: FormData): readonly Issue[] {
    const read = readDate(data, "", this.step.clock.now(), dateOrder(this.text("lang")));
    if ("issues" in read) return read.issues;
    this.send({ type: "birthDateSubmitted", birthDate: read.date });
    return [];
  }
}
