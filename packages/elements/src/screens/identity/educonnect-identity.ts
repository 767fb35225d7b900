import {
  findPhoneTypingIssue,
  frenchIdentity,
  normalizePhoneTyping,
  type Issue,
} from "@educonnect-activation/core";
import { html, nothing, type PropertyValues } from "lit";
import { choice } from "../../controls/choice.ts";
import { textField, textOf } from "../../controls/text-field.ts";
import { choiceStyles } from "../../theme/answer-styles.ts";
import { addTexts } from "../../i18n/translate.ts";
import { BaseScreen } from "../base-screen.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import { understoodPhone } from "./understood-phone.ts";

const longestName = 100;
const nameFields = ["familyName", "givenName"] as const;
const fields = [...nameFields, "phone"] as const;

addTexts("proof", frenchIdentity);

/**
 * Screen 3: who activates, and the mobile number that the school knows.
 *
 * A given name is required of everybody but who says that they have none: forgotten, it would match nobody, and nobody would be told.
 * Then it is sent empty. The number is sent as core's `normalizePhoneTyping` writes it.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `identitySubmitted`, `backRequested`, `abandonRequested`
 * @fires {CustomEvent} educonnect-navigate - `methods`, where `links` wires it
 * @csspart understood - the number as it was understood
 */
export class EduconnectIdentity extends BaseScreen {
  static override properties = {
    ...stepProperties,
    given: { attribute: false },
    understood: { state: true },
    lacksGivenName: { state: true },
  };

  /** What was typed before, to begin with; fields that hold something keep it. */
  declare given: Readonly<Partial<Record<(typeof fields)[number], string>>> | null;
  /** The number in the field as it was understood. */
  declare protected understood: string | null;
  /** The person said that they have no given name; undefined until that is asked. */
  declare protected lacksGivenName: boolean | undefined;

  /** Nothing has been proved yet, so nothing is lost by leaving. */
  protected override readonly step = new StepFrame(this, { asksToLeave: false });

  constructor() {
    super();
    this.given = null;
    this.understood = null;
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, choiceStyles];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.shownIssues.some(({ code, field }) => code === "name_missing" && field === "givenName")) {
      this.lacksGivenName ??= false;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has("given")) return;
    for (const name of fields) {
      const input = this.find(name);
      if (input instanceof HTMLInputElement) input.value ||= this.given?.[name] ?? "";
    }
  }

  protected override get fields(): readonly string[] {
    return fields;
  }

  protected override headingText(): string {
    return this.text("identity.heading");
  }

  protected override issueText(issue: Issue): string {
    const { code, field } = issue;
    const isGiven = field === "givenName" && (code === "name_missing" || code === "name_too_long");
    return super.issueText(isGiven ? { ...issue, code: `given_${code}` } : issue);
  }

  protected override renderContent(): unknown {
    return this.form([
      html`<h3 class="educonnect-subheading">${this.text("identity.names")}</h3>`,
      textField({
        ...this.field("familyName"),
        label: this.text("identity.familyName"),
        autocomplete: "family-name",
        dir: "auto",
      }),
      html`<div class="educonnect-field">
        ${textField({
          ...this.field("givenName"),
          label: this.text("identity.givenName"),
          autocomplete: "given-name",
          dir: "auto",
        })}
        ${this.lacksGivenName === undefined ? nothing : this.#noGivenName(this.lacksGivenName)}
      </div>`,
      this.#phone(),
      this.step.actions(),
    ]);
  }

  #noGivenName(isChecked: boolean): unknown {
    return choice({
      type: "checkbox",
      id: this.idOf("noGivenName"),
      label: this.text("identity.noGivenName"),
      checked: isChecked,
      onChange: () => (this.lacksGivenName = !isChecked),
    });
  }

  #phone(): unknown {
    const [textId, understoodId] = [this.idOf("mobile"), this.idOf("understood")];
    return [
      html`<div class="educonnect-field">
        <h3 class="educonnect-subheading">${this.text("identity.mobile")}</h3>
        <p class="educonnect-text" id=${textId}>${this.text("identity.mobileText")}</p>
      </div>`,
      // While it is typed: what appears once the field is left would move the button away from under the pointer that presses it.
      html`<div class="educonnect-field" @input=${this.#readPhone}>
        ${textField({
          ...this.field("phone"),
          label: this.text("identity.phone"),
          hint: this.text("identity.phoneHint"),
          describedBy: `${textId} ${understoodId}`,
          type: "tel",
          inputmode: "tel",
          autocomplete: "tel",
        })}
        <p class="educonnect-hint educonnect-understood" id=${understoodId} role="status">
          ${this.understood && this.text("identity.understood", { phone: this.understood })}
        </p>
        ${this.link("methods", "identity.otherWays")}
      </div>`,
    ];
  }

  readonly #readPhone = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement)
      this.understood = understoodPhone(target.value, this.text("lang"));
  };

  protected override submit(data: FormData): readonly Issue[] {
    const issues: Issue[] = [];
    const [familyName = "", givenName = ""] = nameFields.map((field) => {
      const name = textOf(data, field).trim();
      const isMissing = name === "" && !(field === "givenName" && this.lacksGivenName);
      if (isMissing) issues.push({ code: "name_missing", field });
      else if (name.length > longestName) issues.push({ code: "name_too_long", field });
      return name;
    });
    const typed = textOf(data, "phone");
    const code = findPhoneTypingIssue(typed);
    if (code !== undefined) issues.push({ code, field: "phone" });
    if (issues.length === 0) {
      this.send({ type: "identitySubmitted", givenName, familyName, phone: normalizePhoneTyping(typed) });
    }
    return issues;
  }
}
