import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { createActivationClient, type ActivationClient } from "../client/activation-client.ts";
import { screenLink } from "../controls/screen-link.ts";
import { defineElement } from "../define/define-element.ts";
import { type LinkAnswerEvent, announce } from "../events/educonnect-events.ts";
import { translate } from "../i18n/translate.ts";
import { EduconnectEmailConfirm } from "../screens/email-confirm/educonnect-email-confirm.ts";
import { LinkJourney, type LinkState } from "./link-journey.ts";
import { KitElement } from "../element/kit-element.ts";
import { PagePlace } from "./page-place.ts";
import { ScreenNode } from "./screen-node.ts";
import type { ScreenRequest } from "./screen-request.ts";
import { loadingPanel, noticePanel, unreachablePanel, wizardStyles } from "./panels.ts";

/**
 * The page that a confirmation link opens: reads the token from the fragment, removes it from the address, and asks for confirmation.
 *
 * Nothing is confirmed until a button is pressed. In the browser of the activation, the page then links back to it; in any other browser
 * it says where to continue and opens no session. A link that can no longer be used also leads back, unless it was answered « Ce n'est pas moi ».
 *
 * @attr base-url - where the handler is mounted; default `/educonnect`
 * @attr return-url - the page of the activation
 * @attr help-url - the host's page of help, where no school is known
 * @attr dom - `shadow` (default) or `light`; set before the element is connected
 * @slot start - the host's own content at the top of the screen; also the property `start`
 * @slot end - the host's own content at its end; also the property `end`
 * @fires {CustomEvent} educonnect-error - a request failed or was refused: `{ code }`
 * @csspart unreachable - what is shown when the server can't be asked
 * @csspart notice - a failure above the screen
 */
export class EduconnectConfirmationLink extends KitElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: "base-url" },
    client: { attribute: false },
    returnUrl: { attribute: "return-url" },
    helpUrl: { attribute: "help-url" },
    state: { state: true },
  };

  /** Where the handler is mounted; `/educonnect` by default. */
  declare baseUrl: string;
  /** Another client than the one for `baseUrl`; null by default. */
  declare client: ActivationClient | null;
  /** The page of the activation, to go back to once the address is confirmed, or where the link no longer serves; null shows no way back. */
  declare returnUrl: string | null;
  /** The host's page of help, to be asked where a link can't be used; null, the default, names the school in words alone. */
  declare helpUrl: string | null;
  declare protected state: LinkState | null;

  readonly #screen = new ScreenNode();
  #journey: LinkJourney | null = null;

  constructor() {
    super();
    this.baseUrl = "/educonnect";
    this.client = null;
    this.returnUrl = null;
    this.helpUrl = null;
    this.state = null;
    this.addController(new PagePlace(this));
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, wizardStyles];
  }

  /** @internal */
  beginWork(): void {
    window.addEventListener("hashchange", this.#onHashChange);
    defineElement("educonnect-email-confirm", EduconnectEmailConfirm);
    this.#open(takeLinkToken());
  }

  /** @internal */
  endWork(): void {
    window.removeEventListener("hashchange", this.#onHashChange);
    this.#journey?.stop();
    this.#journey = null;
  }

  protected override render(): TemplateResult {
    const { state, words: messages } = this;
    const isBusy = state?.isBusy ?? true;
    if (state === null) return loadingPanel(messages, false);
    if (state.canRetry && state.link === null) return unreachablePanel(messages, isBusy, this.#retry);
    return html`<div class="educonnect-wizard" @educonnect-link-answer=${this.#onAnswer}>
      ${this.#screen.show(this.#request(state))}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = changed.get("state");
    const isAnswer = this.state?.answered !== null && isLinkState(before) && before.answered === null;
    if (isAnswer) void this.#screen.focusHeading();
  }

  #request(state: LinkState): ScreenRequest {
    const { failure, canRetry, isBusy } = state;
    const notice =
      failure !== null && canRetry ? noticePanel(this.words, failure, isBusy, this.#retry) : nothing;
    return {
      tag: "educonnect-email-confirm",
      group: "flow",
      step: "emailSent",
      properties: {
        dom: "light",
        messages: this.words,
        classes: this.classes,
        links: this.helpUrl === null ? {} : { contact: this.helpUrl },
        busy: isBusy,
        request: state.link,
        answer: state.answered,
        issues: failure !== null && !canRetry ? [failure] : [],
        start: [notice, this.slotted("start")],
        end: [this.#renderReturn(state), this.slotted("end")],
      },
    };
  }

  #renderReturn({ answered, failure, canRetry }: LinkState): unknown {
    const isSpent = failure !== null && !canRetry && failure.code !== "confirmation_link_disowned";
    if (answered === null ? !isSpent : !answered.ownFlow) return nothing;
    return html`<div class="educonnect-actions">
      ${screenLink({
        href: this.returnUrl,
        label: translate(this.words, "emailConfirm.return"),
        look: answered === null ? "link" : "primary",
        onFollow: () => true,
      })}
    </div>`;
  }

  #open(token: string): void {
    this.#journey?.stop();
    const journey = new LinkJourney({
      client: this.client ?? createActivationClient({ baseUrl: this.baseUrl }),
      token,
      onChange: (state) => (this.state = state),
      onFailure: ({ code }) => announce(this, "educonnect-error", { code }),
    });
    this.#journey = journey;
    this.state = journey.state;
    void journey.start();
  }

  /** Opens another confirmation link in the same page. */
  readonly #onHashChange = (): void => {
    const token = takeLinkToken();
    if (token !== "") this.#open(token);
  };

  readonly #retry = (): void => void this.#journey?.retry();

  readonly #onAnswer = (event: LinkAnswerEvent): void => {
    event.stopPropagation();
    void this.#journey?.answer(event.detail.answer);
  };
}

const isLinkState = (value: unknown): value is LinkState =>
  typeof value === "object" && value !== null && "answered" in value;

/**
 * Takes the token out of a confirmation link's fragment, and the fragment out of the address, so that neither the history nor a shared
 * address holds it.
 *
 * @returns an empty text where there is none.
 */
function takeLinkToken(): string {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}
