import {
  frenchServices,
  frenchSteps,
  type NewsItem,
  type ServiceCard,
  type ServicesResponse,
} from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { icon } from "../../controls/icons.ts";
import { isFollowable, screenLink } from "../../controls/screen-link.ts";
import { dispatch } from "../../events/educonnect-events.ts";
import { BaseScreen } from "../base-screen.ts";
import { servicesStyles } from "./services-styles.ts";
import { addTexts } from "../../i18n/translate.ts";
import { wordServerIssues } from "../../i18n/wording.ts";

wordServerIssues();
addTexts("flow", frenchSteps);
addTexts("services", frenchServices);

/**
 * Screen 11: « Mes services », each opening already signed in.
 *
 * @fires {CustomEvent} educonnect-navigate - `home`, `contact`, `account`, and `sign-in` once the session has ended
 * @fires {CustomEvent} educonnect-sign-out - « Se déconnecter »
 * @csspart bar - what stands above the heading
 * @csspart navigation - the navigation
 * @csspart navigation-list - its links
 * @csspart navigation-current - the page that is shown
 * @csspart person - who is signed in
 * @csspart badge - the person's initials
 * @csspart sign-out - the button that signs out, besides
 * @csspart message - the school's message
 * @csspart given - a text that the school wrote
 * @csspart cards - the services
 * @csspart card-cell - what holds a service among the others
 * @csspart card - a service
 * @csspart card-title - what it is called
 * @csspart card-link - the link that leads to it
 * @csspart card-text - what it is for
 * @csspart down - a service that is not available, besides
 * @csspart down-mark - says so
 * @csspart section - the news with their heading
 * @csspart news - the news
 */
export class EduconnectServices extends BaseScreen {
  static override properties = {
    data: { attribute: false },
    ended: { type: Boolean },
  };

  /** What to show; null while it is loaded. */
  declare data: ServicesResponse | null;
  /** The session is over: nothing of it is shown any more. */
  declare ended: boolean;

  constructor() {
    super();
    this.data = null;
    this.ended = false;
  }

  protected override get sheets() {
    return [...super.sheets, servicesStyles];
  }

  protected override get pageClass(): string {
    return "educonnect-page";
  }

  get #isOver(): boolean {
    return this.ended || this.shownIssues.some(({ code }) => code === "session_missing");
  }

  protected override headingText(): string {
    return this.text(this.#isOver ? "services.endedHeading" : "services.heading");
  }

  protected override renderHeader(): unknown {
    const { data } = this;
    if (data === null || this.#isOver) return nothing;
    const name = `${data.session.givenName} ${data.session.familyName}`;
    const entry = (content: unknown) => (content === nothing ? nothing : html`<li>${content}</li>`);
    return html`<div class="educonnect-bar">
      <nav class="educonnect-navigation" aria-label=${this.text("services.navigation")}>
        <ul class="educonnect-navigation-list">
          ${entry(this.#navigation("home", data))}
          <li>
            <span class="educonnect-navigation-current" aria-current="page"
              >${this.text("services.heading")}</span
            >
          </li>
          ${entry(this.#navigation("contact", data))}
        </ul>
      </nav>
      <div class="educonnect-person">
        <span class="educonnect-badge"
          ><span aria-hidden="true"><bdi>${initialsOf(data.session)}</bdi></span
          ><span class="educonnect-hidden">${this.text("services.signedInAs", { name })}</span></span
        >
        ${this.#navigation("account", data)}
        ${this.button({
          label: "services.signOut",
          className: "educonnect-sign-out",
          onClick: () => dispatch(this, "educonnect-sign-out", null),
        })}
      </div>
    </div>`;
  }

  protected override renderSummary(): unknown {
    return this.#isOver ? nothing : super.renderSummary();
  }

  protected override renderContent(): unknown {
    const { data } = this;
    if (this.#isOver) {
      return html`<p class="educonnect-text">${this.text("services.endedText")}</p>
        <div>${this.link("sign-in", "services.signIn", "primary")}</div>`;
    }
    if (data === null)
      return this.shownIssues.length > 0 ? nothing : html`<p>${this.text("services.loading")}</p>`;
    return [
      data.message === null
        ? nothing
        : html`<section class="educonnect-panel educonnect-message">
            <h3 class="educonnect-subheading">${this.text("services.message")}</h3>
            <p class="educonnect-given" lang="fr" dir="auto">${data.message}</p>
          </section>`,
      data.services.length === 0
        ? html`<p>${this.text("services.none")}</p>`
        : html`<ul class="educonnect-cards">
            ${data.services.map((service) => html`<li class="educonnect-card-cell">${this.#card(service)}</li>`)}
          </ul>`,
      html`<section class="educonnect-section educonnect-news">
        <h3 class="educonnect-subheading">${this.text("services.news")}</h3>
        ${
          data.news.length === 0
            ? html`<p class="educonnect-muted">${this.text("services.noNews")}</p>`
            : html`<ul class="educonnect-news">
                ${data.news.map((item) => this.#newsItem(item))}
              </ul>`
        }
      </section>`,
    ];
  }

  #navigation(target: "home" | "contact" | "account", data: ServicesResponse): unknown {
    return screenLink({
      href: this.links[target] ?? data.links[target],
      label: this.text(`services.${target}`),
      look: "plain",
      onFollow: (href) => dispatch(this, "educonnect-navigate", { target, href }),
    });
  }

  #card({ title, description, href, isAvailable }: ServiceCard): unknown {
    const isOpen = isAvailable && isFollowable(href);
    return html`<div class="educonnect-card ${isOpen ? "" : "educonnect-down"}">
      <p class="educonnect-card-title" lang="fr" dir="auto">
        ${isOpen ? html`<a class="educonnect-card-link" href=${href}>${title}</a> ${icon("arrow", 16)}` : title}
      </p>
      ${description === null ? nothing : html`<p class="educonnect-card-text" lang="fr" dir="auto">${description}</p>`}
      ${isOpen ? nothing : html`<p class="educonnect-down-mark">${this.text("services.unavailable")}</p>`}
    </div>`;
  }

  #newsItem({ title, body, href, date }: NewsItem): unknown {
    const isLink = href !== null && isFollowable(href);
    return html`<li>
      ${
        date === null
          ? nothing
          : html`<time class="educonnect-hint" datetime=${date}>${this.#longDate(date)}</time>`
      }
      <p lang="fr" dir="auto">
        ${isLink ? html`<a class="educonnect-link" href=${href}>${title}</a>` : html`<strong>${title}</strong>`}
      </p>
      ${body === null ? nothing : html`<p class="educonnect-given" lang="fr" dir="auto">${body}</p>`}
    </li>`;
  }

  #longDate(date: string): string {
    const time = Date.parse(date);
    if (Number.isNaN(time)) return date;
    return new Intl.DateTimeFormat(this.text("lang"), {
      dateStyle: "long",
      timeZone: "UTC",
      numberingSystem: "latn",
    }).format(time);
  }
}

/** The badge's letters, one a name: « M.B. » as in the deck. */
export function initialsOf({
  givenName,
  familyName,
}: {
  readonly givenName: string;
  readonly familyName: string;
}): string {
  return [givenName, familyName]
    .flatMap((name) => Array.from(name.trim()).slice(0, 1))
    .map((letter) => `${letter.toUpperCase()}.`)
    .join("");
}
