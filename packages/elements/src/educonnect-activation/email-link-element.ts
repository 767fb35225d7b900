import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { createActivationClient, type ActivationClient } from "../client/activation-client.ts";
import { screenLink } from "../controls/screen-link.ts";
import type { LinkAnswerEvent } from "../events/educonnect-events.ts";
import { translate, type MessageOverrides } from "../i18n/translate.ts";
import { adoptSheets } from "../theme/adopt-sheets.ts";
import { baseStyles } from "../theme/base-styles.ts";
import { controlStyles } from "../theme/control-styles.ts";
import { LinkJourney, type LinkState } from "./link-journey.ts";
import { ScreenNode } from "./screen-node.ts";
import type { ScreenRequest } from "./screen-request.ts";
import { takeLinkToken } from "./take-link-token.ts";
import { announceToHost } from "./wizard-events.ts";
import { loadingPanel, noticePanel, unreachablePanel } from "./wizard-panel.ts";
import { wizardStyles } from "./wizard-styles.ts";

/**
 * The page that a confirmation mail's link opens: reads the token from the fragment, takes it out of the address, and asks.
 *
 * Nothing is confirmed until a button is pressed. In the browser that activates, a link then leads back to the activation; any other is
 * told to return there, and gets no session.
 *
 * @attr base-url - where the handler is mounted; default `/educonnect`
 * @attr return-url - the page of the activation
 * @attr dom - `shadow` (default) or `light`; set before the element is connected
 * @fires {CustomEvent} educonnect-error - a request failed or was refused: `{ code }`
 * @csspart unreachable - what is shown when the server can't be asked
 * @csspart notice - a failure above the screen
 */
export class EduconnectEmailLink extends LitElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: "base-url" },
    returnUrl: { attribute: "return-url" },
    dom: {},
    messages: { attribute: false },
    client: { attribute: false },
    state: { state: true },
    isLoaded: { state: true },
    hasFailedToLoad: { state: true },
  };

  declare baseUrl: string;
  declare returnUrl: string | null;
  declare dom: "shadow" | "light";
  /** Texts to use instead of the French ones; what is left out stays French. */
  declare messages: MessageOverrides;
  /** Another client than the one for `base-url`. Set it before the element is connected. */
  declare client: ActivationClient | null;
  declare protected state: LinkState | null;
  declare protected isLoaded: boolean;
  declare protected hasFailedToLoad: boolean;

  readonly #screen = new ScreenNode();
  #journey: LinkJourney | null = null;

  constructor() {
    super();
    this.baseUrl = "/educonnect";
    this.returnUrl = null;
    this.dom = "shadow";
    this.messages = {};
    this.client = null;
    this.state = null;
    this.isLoaded = false;
    this.hasFailedToLoad = false;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.dom === "light" ? this : super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.dom === "light" ? this.getRootNode() : this.renderRoot;
    adoptSheets(root, [baseStyles, controlStyles, wizardStyles]);
    window.addEventListener("hashchange", this.#onHashChange);
    if (this.#journey === null) this.#begin(takeLinkToken());
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#onHashChange);
    // Moved elements keep their token, which is no longer in the address.
    queueMicrotask(() => {
      if (!this.isConnected) this.#journey?.stop();
    });
  }

  protected override render(): TemplateResult {
    const { state, messages } = this;
    const isBusy = state?.isBusy ?? true;
    if (this.hasFailedToLoad) return unreachablePanel(messages, false, () => void this.#load());
    if (!this.isLoaded || state === null) return loadingPanel(messages, false);
    if (state.canRetry && state.link === null) return unreachablePanel(messages, isBusy, this.#retry);
    return html`<div part="page" @educonnect-link-answer=${this.#onAnswer}>
      ${this.#screen.show(this.#request(state))}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get("state");
    const isAnswer = this.state?.answered !== null && isLinkState(before) && before.answered === null;
    if (isAnswer) void this.#screen.focusHeading();
  }

  #request(state: LinkState): ScreenRequest {
    const { failure, canRetry, isBusy } = state;
    const notice =
      failure !== null && canRetry ? noticePanel(this.messages, failure, isBusy, this.#retry) : nothing;
    return {
      tag: "educonnect-email-confirm",
      group: "flow",
      step: "emailConfirmation",
      properties: {
        dom: "light",
        messages: this.messages,
        busy: isBusy,
        request: state.link,
        answer: state.answered,
        issues: failure !== null && !canRetry ? [failure] : [],
        start: notice,
        end: this.#renderReturn(state),
      },
    };
  }

  #renderReturn({ answered }: LinkState): unknown {
    if (answered === null || !answered.ownFlow) return nothing;
    return html`<div class="educonnect-actions" part="actions">
      ${screenLink({
        href: this.returnUrl,
        label: translate(this.messages, "emailConfirm.return"),
        look: "primary",
        onFollow: () => true,
      })}
    </div>`;
  }

  #begin(token: string): void {
    this.#journey?.stop();
    const journey = new LinkJourney({
      client: this.client ?? createActivationClient({ baseUrl: this.baseUrl }),
      token,
      onChange: (state) => (this.state = state),
      onFailure: ({ code }) => announceToHost(this, "educonnect-error", { code }),
    });
    this.#journey = journey;
    this.state = journey.state;
    void journey.start();
  }

  async #load(): Promise<void> {
    this.hasFailedToLoad = false;
    try {
      await import("../define/email-confirm.ts");
      this.isLoaded = true;
    } catch {
      this.hasFailedToLoad = true;
    }
  }

  /** Another mail's link opened in the same page. */
  readonly #onHashChange = (): void => {
    const token = takeLinkToken();
    if (token !== "") this.#begin(token);
  };

  readonly #retry = (): void => void this.#journey?.retry();

  readonly #onAnswer = (event: LinkAnswerEvent): void => {
    event.stopPropagation();
    void this.#journey?.answer(event.detail.answer);
  };
}

const isLinkState = (value: unknown): value is LinkState =>
  typeof value === "object" && value !== null && "answered" in value;
