import type { Audience, Issue, IssueCode } from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { textOf, passwordField, textField } from "../../controls/text-field.ts";
import { dispatch } from "../../events/educonnect-events.ts";
import { BaseScreen } from "../base-screen.ts";
import { PasswordToggle } from "../password-toggle.ts";
import { franceConnectButton } from "../france-connect-button.ts";

/**
 * Screen 2: signing in with the letter's identifier and provisional password, or with the chosen one.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `credentialsSubmitted`
 * @fires {CustomEvent} educonnect-replace - the answer to the question that `replacing` asks
 * @fires {CustomEvent} educonnect-navigate - a link was followed; each shows only when `links` wires it
 * @csspart links - the links to other ways in
 * @csspart or - « ou », between the two ways
 * @csspart franceconnect - the part about FranceConnect
 */
export class EduconnectLogin extends BaseScreen {
  static override properties = {
    audience: {},
    replacing: { type: Boolean },
  };

  /** Whose letter it is: changes the line above the heading. */
  declare audience: Audience;
  /** Asks whether another activation under way in this browser may be given up; answered by `educonnect-replace`. */
  declare replacing: boolean;

  readonly #toggle = new PasswordToggle(this);

  constructor() {
    super();
    this.audience = "guardian";
    this.replacing = false;
  }

  protected override get fields(): readonly string[] {
    return ["identifier", "password"];
  }

  protected override headingText(): string {
    return this.text("login.heading");
  }

  protected override renderHeader(): unknown {
    return html`<p class="educonnect-eyebrow">${this.text(`login.eyebrow.${this.audience}`)}</p>`;
  }

  protected override renderContent(): unknown {
    return [this.#form(), this.#noAccount(), this.#franceConnect()];
  }

  #form(): unknown {
    return this.form([
      textField({
        ...this.field("identifier"),
        label: this.text("login.identifier"),
        placeholder: this.text("login.identifierPlaceholder"),
        autocomplete: "username",
        aside: this.link("recover-identifier", "login.recoverIdentifier"),
      }),
      passwordField({
        ...this.field("password"),
        ...this.#toggle.field,
        label: this.text("login.password"),
        autocomplete: "current-password",
        aside: this.link("recover-password", "login.recoverPassword"),
      }),
      this.replacing ? this.#question() : this.actions("login.submit"),
    ]);
  }

  #question(): unknown {
    return this.confirmation({
      heading: "login.replaceHeading",
      text: "login.replaceText",
      confirm: "login.replaceConfirm",
      onAnswer: (agreed) => dispatch(this, "educonnect-replace", { agreed }),
    });
  }

  #noAccount(): unknown {
    const links = [this.link("no-account", "login.noAccount"), this.link("methods", "login.methods")].filter(
      (link) => link !== nothing,
    );
    return links.length === 0
      ? nothing
      : html`<ul class="educonnect-links">
          ${links.map((link) => html`<li>${link}</li>`)}
        </ul>`;
  }

  #franceConnect(): unknown {
    if (this.links.franceconnect === undefined) return nothing;
    return html`<p class="educonnect-or"><span>${this.text("login.or")}</span></p>
      <section
        class="educonnect-stack educonnect-franceconnect"
        aria-labelledby=${this.idOf("franceconnect")}
      >
        <h3 class="educonnect-subheading" id=${this.idOf("franceconnect")}>
          ${this.text("login.franceConnectHeading")}
        </h3>
        <p class="educonnect-text">${this.text("login.franceConnectText")}</p>
        ${franceConnectButton(this, "secondary")}
      </section>`;
  }

  protected override submit(data: FormData): readonly Issue[] {
    const identifier = textOf(data, "identifier").trim();
    const password = textOf(data, "password");
    const issues: Issue[] = [];
    const add = (field: string, code: IssueCode) => issues.push({ field, code });
    if (identifier === "") add("identifier", "identifier_missing");
    else if (identifier.includes("@")) add("identifier", "identifier_is_email");
    else if (identifier.length > 64) add("identifier", "identifier_too_long");
    if (password === "") add("password", "password_missing");
    else if (password.length > 1024 && issues.length === 0) add("password", "credentials_refused");
    if (issues.length === 0) this.send({ type: "credentialsSubmitted", identifier, password });
    return issues;
  }
}
