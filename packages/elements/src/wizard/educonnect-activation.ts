import type { Audience } from "@educonnect-activation/core";
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { ActivationClient } from "../client/activation-client.ts";
import { browserTimers, type Timers } from "../client/timers.ts";
import { KitElement } from "../element/kit-element.ts";
import {
  announce,
  type CommandEvent,
  type NavigateEvent,
  type ReplaceEvent,
} from "../events/educonnect-events.ts";
import type { PageTitle } from "./arrival.ts";
import { JourneyLoader } from "./journey-loader.ts";
import type { JourneyState } from "./journey-state.ts";
import { PagePlace } from "./page-place.ts";
import { loadingPanel, noticePanel, unreachablePanel, wizardStyles } from "./panels.ts";
import { loadGroup } from "./screen-groups.ts";
import { requestOf, shownStepOf, type HostLinks, type ScreenRequest } from "./screen-request.ts";

/**
 * The whole activation: signs in, resumes, shows each screen and ends at « Mes services ».
 *
 * The screens render inside the wizard's own root, so every `part` of a screen is a part of the wizard, and a host styles both alike.
 * Instances and tabs share one flow. Nothing is kept in the browser but history entries without content.
 *
 * @attr base-url - where the handler is mounted; default `/educonnect`
 * @attr dom - `shadow` (default) or `light`; set before the element is connected
 * @attr audience - whose letter it is before anybody signed in: `guardian` (default) or `pupil`
 * @attr services-url - where « Accéder à mes services » leads; without it the page of services shows here
 * @attr return-url - where FranceConnect leads back to; default this page
 * @attr no-services - never show the page of services here
 * @attr no-history - leave the browser's history alone
 * @attr update-title - put the screen's heading before the page's title
 * @fires {CustomEvent} educonnect-step-change - another screen is shown: `{ step, method }`
 * @fires {CustomEvent} educonnect-activated - the account was activated
 * @fires {CustomEvent} educonnect-signed-in - a session was opened
 * @fires {CustomEvent} educonnect-enter-services - cancelable: the person enters the services, `{ href }`
 * @fires {CustomEvent} educonnect-navigate - cancelable: a link of a screen was followed, `{ target, href }`
 * @fires {CustomEvent} educonnect-error - a request failed or was refused: `{ code }`
 * @slot - what stands in for the first screen until that is there
 * @slot start - the host's own content at the top of each screen; also the property `start`
 * @slot end - the host's own content at its end; also the property `end`
 * @csspart loading - what stands where the first screen will be
 * @csspart skeleton - its bars, where that takes long
 * @csspart unreachable - what stands there when the server can't be asked
 * @csspart notice - a failure above a screen
 * @csspart time-limit - says above a screen that the time is nearly over, and gives more
 * @csspart signed-in - who is signed in, where the services are elsewhere
 */
export class EduconnectActivation extends KitElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: "base-url" },
    client: { attribute: false },
    audience: {},
    servicesUrl: { attribute: "services-url" },
    returnUrl: { attribute: "return-url" },
    noServices: { type: Boolean, attribute: "no-services" },
    noHistory: { type: Boolean, attribute: "no-history" },
    updateTitle: { type: Boolean, attribute: "update-title" },
    links: { attribute: false },
    timers: { attribute: false },
    navigate: { attribute: false },
    isLeaving: { state: true },
    isTakenOver: { state: true },
    announcement: { state: true },
  };

  /** Where the handler is mounted; `/educonnect` by default. */
  declare baseUrl: string;
  /** Another client than the one for `baseUrl`; null by default. */
  declare client: ActivationClient | null;
  /** Whose letter it is, before anybody signed in; `guardian` by default. */
  declare audience: Audience;
  /** Where « Accéder à mes services » leads; null, the default, shows the page of services here. */
  declare servicesUrl: string | null;
  /** Where FranceConnect leads back to: an address of the handler's origin or on its list. Null, the default, is this page. */
  declare returnUrl: string | null;
  /** Never show the page of services here. */
  declare noServices: boolean;
  /** Leave the browser's history alone. Set it before the element is connected. */
  declare noHistory: boolean;
  /** Put the screen's heading before the page's title. */
  declare updateTitle: boolean;
  /**
   * Where the links of the screens lead: an address, or true for a host that listens to `educonnect-navigate`. What is named here is the
   * host's; false hides it. The wizard itself deals with `methods` and, where the method is offered, with `no-account` and `franceconnect`.
   */
  declare links: HostLinks;
  /** Another clock than the browser's. Set it before the element is connected. */
  declare timers: Timers;
  /** How the page is left for another; by default the whole window goes. Set it before the element is connected. */
  declare navigate: (url: string) => void;
  /** @internal Whether the person is asked if the activation is given up. */
  declare isLeaving: boolean;
  /** The host deals with the services. */
  declare protected isTakenOver: boolean;
  /** @internal What is said without taking the focus. */
  declare announcement: string;

  readonly #loader: JourneyLoader = new JourneyLoader(this);
  readonly #place: PagePlace = new PagePlace(this);
  #isGoingBack = false;
  #title: PageTitle | null = null;

  constructor() {
    super();
    this.baseUrl = "/educonnect";
    this.client = null;
    this.audience = "guardian";
    this.servicesUrl = null;
    this.returnUrl = null;
    this.noServices = false;
    this.noHistory = false;
    this.updateTitle = false;
    this.links = {};
    this.timers = browserTimers;
    this.navigate = (url) => location.assign(url);
    this.isLeaving = false;
    this.isTakenOver = false;
    this.announcement = "";
    this.addController(this.#place);
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, wizardStyles];
  }

  override get isOpening(): boolean {
    return this.#loader.shown.stage.name === "loading";
  }

  get #hasServicesElsewhere(): boolean {
    return this.noServices || this.servicesUrl !== null || this.isTakenOver;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && (changed.has("baseUrl") || changed.has("client"))) {
      this.endWork();
      this.beginWork();
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.get("isLeaving") === false && this.isLeaving)
      void this.#reveal(`#${this.#loader.name}-leave`);
  }

  protected override render(): TemplateResult {
    return html`<div
      class="educonnect-wizard"
      @educonnect-command=${this.#onCommand}
      @educonnect-replace=${this.#onReplace}
      @educonnect-sign-out=${this.#onSignOut}
      @educonnect-navigate=${this.#onNavigate}
    >
      ${this.#renderStage()}
      <p class="educonnect-announcement educonnect-hidden" role="status">${this.announcement}</p>
    </div>`;
  }

  #renderStage(): unknown {
    const { words: messages } = this;
    const { shown, isBusy, companions, retry } = this.#loader;
    const { stage } = shown;
    if (this.isOpening) return this.#place.hasStandIn ? null : loadingPanel(messages, this.#loader.isSlow);
    if (stage.name === "unreachable") return unreachablePanel(messages, isBusy, retry);
    if (stage.name === "services" && stage.session !== null && this.#hasServicesElsewhere) {
      return companions?.signedInPanel(messages, stage.session, isBusy, {
        href: this.servicesUrl,
        onEnter: () => announce(this, "educonnect-enter-services", { href: this.servicesUrl }),
        onSignOut: this.#onSignOut,
      });
    }
    return this.#loader.screen.show(this.requestOf(shown));
  }

  /** @internal */
  requestOf(state: JourneyState): ScreenRequest | null {
    const isBusy = state.isBusy || this.#loader.isLoading;
    const time = this.#loader.companion?.renderTime(this.words, isBusy);
    const start = [time, this.#renderNotice(isBusy), this.#renderQuestion(isBusy), this.slotted("start")];
    const end = [this.#renderBack(isBusy), this.slotted("end")];
    const { words: messages, classes, links, audience } = this;
    return requestOf(state, this.#loader.companions, {
      isBusy,
      messages,
      classes,
      links,
      audience,
      start,
      end,
    });
  }

  #renderBack(isBusy: boolean): unknown {
    if (!this.#loader.shown.comparesMethods) return null;
    return this.#loader.companions?.methodsBack(this.words, isBusy, () => {
      this.#isGoingBack = true;
      this.#loader.act((journey, { compareMethods }) => compareMethods(journey, false));
    });
  }

  #renderNotice(isBusy: boolean): unknown {
    const { notice } = this.#loader.shown;
    return (
      notice && noticePanel(this.words, notice.issue, isBusy, notice.canRetry ? this.#loader.retry : null)
    );
  }

  #renderQuestion(isBusy: boolean): unknown {
    if (!this.isLeaving) return null;
    return this.#loader.companions?.leaveQuestion(
      this.words,
      `${this.#loader.name}-leave`,
      isBusy,
      (agreed) => {
        this.isLeaving = false;
        if (agreed) return this.#loader.act((journey) => journey.send({ type: "abandonRequested" }));
        this.#loader.companion?.stayed();
        void this.#loader.screen.focusHeading();
      },
    );
  }

  async #reveal(selector: string): Promise<void> {
    await this.updateComplete;
    await this.#loader.companions?.leadToPanel(
      { root: this.renderRoot, screen: this.#loader.screen },
      selector,
    );
  }

  /** @internal */
  beginWork(): void {
    this.#loader.begin();
  }

  /** @internal */
  endWork(): void {
    this.#loader.end();
    this.#title?.restore();
  }

  /** @internal */
  journeyChanged(state: JourneyState, before: JourneyState): void {
    this.#loader.companion?.follow(state);
    this.#loader.act((journey, { comeToServices }) => {
      const isLeft = comeToServices(this, journey, before, {
        isElsewhere: () => this.#hasServicesElsewhere,
        onTakenOver: (isTakenOver) => (this.isTakenOver = isTakenOver),
      });
      // The screen stays as it is, while the browser leaves the page.
      if (isLeft) return;
      this.#loader.present();
      if (state.notice !== null && before.notice === null) void this.#reveal(".educonnect-notice");
    });
  }

  /** @internal */
  stateShown(state: JourneyState, shown: JourneyState): void {
    const before = shownStepOf(shown);
    const step = shownStepOf(state);
    if (step === null || step === before) return;
    // Another screen may need texts that are not there.
    this.words = {};
    this.isLeaving = false;
    const method = state.stage.name === "flow" ? state.stage.view.method : null;
    announce(this, "educonnect-step-change", { step, method });
    if (step === "success" && before !== null) announce(this, "educonnect-activated", null);
    if (state.origin === "here") this.#loader.companion?.moved(state, this.#isGoingBack);
    // A page that opens keeps its focus; after that, whoever acted here is led to the new heading.
    const takesFocus =
      before !== null && (state.origin === "here" || isFocusFree(this)) && !state.asksToReplace;
    void this.#arrive(state, before !== null, takesFocus);
  }

  async #arrive(state: JourneyState, isNews: boolean, takesFocus: boolean): Promise<void> {
    const companions = this.#loader.companions ?? (this.updateTitle ? await loadGroup("flow") : null);
    await this.updateComplete;
    if (companions === null || !this.isConnected) return;
    const place = { root: this.renderRoot, screen: this.#loader.screen };
    const heading = await companions.leadToHeading(place, takesFocus);
    if (isNews) this.announcement = companions.describeArrival(this.words, state, heading, takesFocus);
    if (this.updateTitle) (this.#title ??= new companions.PageTitle()).show(heading);
  }

  readonly #onCommand = (event: CommandEvent): void => {
    // What is in it, a password perhaps, is no business of the page's.
    event.stopPropagation();
    const { detail } = event;
    this.#isGoingBack = detail.type === "backRequested";
    this.#loader.act((journey, { sendCommand }) => sendCommand(journey, detail));
  };

  readonly #onReplace = (event: ReplaceEvent): void => {
    event.stopPropagation();
    const { agreed } = event.detail;
    this.#loader.act((journey) => (agreed ? journey.replace() : journey.keep()));
  };

  readonly #onSignOut = (event?: Event): void => {
    event?.stopPropagation();
    this.#loader.act((journey) => journey.signOut());
  };

  readonly #onNavigate = (event: NavigateEvent): void => {
    const { target } = event.detail;
    if (target === "sign-in" || target === "retry") event.stopPropagation();
    else if (target in this.links) return;
    // The host hears of it first, and may deal with it.
    queueMicrotask(() => {
      if (event.defaultPrevented || this.#loader.isLoading) return;
      if (target === "retry") return this.#loader.retry();
      this.#loader.act((journey, { followLink }) => {
        this.#isGoingBack = false;
        const onLeave = () => (this.isLeaving = true);
        return followLink(journey, target, { returnUrl: this.returnUrl, onLeave });
      });
    });
  };
}

/** Tells whether the focus may be moved without taking it from something else of the page. */
function isFocusFree(wizard: Element): boolean {
  let active = document.activeElement;
  if (active === document.body || active === document.documentElement) return true;
  // For whoever looks from outside, a shadow root's host has the focus; inside, what has it may be the wizard or in it.
  while (active !== null && !wizard.contains(active)) active = active.shadowRoot?.activeElement ?? null;
  return active !== null || document.activeElement === null;
}
