import { frenchFranceConnect, type Issue, type ActivationMethod } from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { addTexts } from "../../i18n/translate.ts";
import { BaseScreen } from "../base-screen.ts";
import { franceConnectButton } from "../france-connect-button.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";

addTexts("proof", frenchFranceConnect);

/** How it may have ended; each is the issue `france_connect_…`. */
const outcomes = ["cancelled", "unavailable", "refused", "unmatched", "mobile_missing", "late"] as const;

type Outcome = (typeof outcomes)[number];

const outcomeOf = ({ code }: Issue): Outcome | undefined =>
  outcomes.find((name) => code === `france_connect_${name}`);

/** The outcomes that another attempt would not change. */
const finalOutcomes: ReadonlySet<Outcome | undefined> = new Set(["unmatched", "mobile_missing"] as const);

/**
 * Screen 5: our side of FranceConnect. It leads there (`busy` while the host asks for the address), waits for whoever came back by the
 * browser's own button, and says how it ended and what else there is to do.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `backRequested`, `abandonRequested`
 * @fires {CustomEvent} educonnect-navigate - `franceconnect`, `franceconnect-about`, `no-account`, `sign-in`, `methods`, where
 *   `links` wires them
 * @csspart outcome - how it ended
 * @csspart other-ways - the other methods
 */
export class EduconnectFranceConnect extends BaseScreen {
  static override properties = {
    ...stepProperties,
    methods: { attribute: false },
  };

  /** The methods open here, which decide what else is offered; by default all, as far as `links` wires them. */
  declare methods: readonly ActivationMethod[];

  /** Nothing has been proved yet, so nothing is lost by leaving. */
  protected override readonly step = new StepFrame(this, { asksToLeave: false });

  constructor() {
    super();
    this.methods = ["franceConnect", "sms", "letter"];
  }

  protected override get pageClass(): string {
    return "educonnect-france-connect";
  }

  protected override get busyText() {
    return "franceConnect.leaving" as const;
  }

  get #outcomeIssue(): Issue | undefined {
    return this.shownIssues.find((issue) => outcomeOf(issue) !== undefined);
  }

  protected override headingText(): string {
    return this.text("login.franceConnectHeading");
  }

  protected override renderSummary(): unknown {
    if (this.busy) return nothing;
    const issue = this.#outcomeIssue;
    const outcome = issue && outcomeOf(issue);
    if (issue === undefined || outcome === undefined) return super.renderSummary();
    return html`<div
      class="educonnect-panel educonnect-warning educonnect-outcome"
      role="group"
      tabindex="-1"
      id=${this.idOf("summary")}
      aria-labelledby=${this.idOf("outcome")}
    >
      <h3 class="educonnect-subheading" id=${this.idOf("outcome")}>
        ${this.text(`franceConnect.${outcome}`)}
      </h3>
      <p>${this.issueText(issue)}</p>
    </div>`;
  }

  protected override renderContent(): unknown {
    const issue = this.#outcomeIssue;
    const outcome = issue && outcomeOf(issue);
    const mayTry = this.methods.includes("franceConnect") && !finalOutcomes.has(outcome);
    return [
      mayTry
        ? html`<p class="educonnect-text">${this.text("franceConnect.text")}</p>
            ${franceConnectButton(this, "primary")}`
        : nothing,
      this.status(),
      this.#otherWays(outcome),
      html`<div class="educonnect-actions">${this.step.backButton()}</div>`,
    ];
  }

  #otherWays(outcome: Outcome | undefined): unknown {
    const { methods } = this;
    const links = [
      // The sign-in comes first, because on a shared computer the attempt may have been somebody else's.
      methods.includes("letter") ? this.link("sign-in", "franceConnect.letter") : nothing,
      // An SMS can't be sent if the school doesn't know the number.
      methods.includes("sms") && outcome !== "mobile_missing"
        ? this.link("no-account", "franceConnect.sms")
        : nothing,
      this.link("methods", "login.methods"),
    ].filter((link) => link !== nothing);
    return [
      links.length === 0
        ? nothing
        : html`<div class="educonnect-other-ways">
            <h3 class="educonnect-subheading">${this.text("franceConnect.otherWays")}</h3>
            <ul>
              ${links.map((link) => html`<li>${link}</li>`)}
            </ul>
          </div>`,
      outcome === undefined ? nothing : this.step.contact(),
    ];
  }
}
