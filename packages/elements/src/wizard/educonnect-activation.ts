import type { Audience } from "@educonnect-activation/core";
import { type PropertyDeclarations, html, type PropertyValues, type TemplateResult } from "lit";
import { browserTimers, type Timers } from "../client/timers.ts";
import { type HostLinks, requestOf, shownStepOf, type ScreenRequest } from "./screen-request.ts";
import { PortalElement } from "./stand-in.ts";
import { initialJourneyState, type JourneyState } from "./journey-state.ts";
import type { CommandEvent, NavigateEvent, ReplaceEvent } from "../events/educonnect-events.ts";
import { ActivationJourney } from "./journey-loader.ts";
import type { PageTitle } from "./arrival.ts";
import { loadGroup } from "./screen-groups.ts";
import { announceToHost } from "../events/wizard-events.ts";
import { loadingPanel, noticePanel, unreachablePanel } from "./panels.ts";

/**
 * What a host may set on the wizard.
 *
 * @attr base-url - where the handler is mounted; default `/educonnect`
 * @attr dom - `shadow` (default) or `light`; set before the element is connected
 * @attr audience - whose letter it is before anybody signed in: `guardian` (default) or `pupil`
 * @attr services-url - where « Accéder à mes services » leads; without it the page of services shows here
 * @attr return-url - where FranceConnect leads back to; default this page
 * @attr no-services - never show the page of services here
 * @attr no-history - leave the browser's history alone
 * @attr update-title - put the screen's heading before the page's title
 */
export abstract class ActivationSettings extends PortalElement {
  static override properties: PropertyDeclarations = {
    audience: {},
    servicesUrl: { attribute: "services-url" },
    returnUrl: { attribute: "return-url" },
    noServices: { type: Boolean, attribute: "no-services" },
    noHistory: { type: Boolean, attribute: "no-history" },
    updateTitle: { type: Boolean, attribute: "update-title" },
    links: { attribute: false },
    timers: { attribute: false },
    navigate: { attribute: false },
  };

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

  constructor() {
    super();
    this.audience = "guardian";
    this.servicesUrl = null;
    this.returnUrl = null;
    this.noServices = false;
    this.noHistory = false;
    this.updateTitle = false;
    this.links = {};
    this.timers = browserTimers;
    this.navigate = (url) => location.assign(url);
  }
}

/** After so long the page that was left for another is still here: whoever stopped the browser can act again. */
const leavingMilliseconds = 30_000;

/** What the wizard draws itself from, besides what a host sets. */
export abstract class ActivationState extends ActivationSettings {
  static override properties: PropertyDeclarations = {
    shown: { state: true },
    isSlow: { state: true },
    isLoadingGroup: { state: true },
    isLeaving: { state: true },
    isTakenOver: { state: true },
    announcement: { state: true },
  };

  declare protected shown: JourneyState;
  declare protected isSlow: boolean;
  declare protected isLoadingGroup: boolean;
  /** The person is asked whether the activation is given up. */
  declare protected isLeaving: boolean;
  /** The host deals with the services. */
  declare protected isTakenOver: boolean;
  declare protected announcement: string;

  protected cancelLeaving: () => void = () => undefined;

  constructor() {
    super();
    this.shown = initialJourneyState;
    this.isSlow = false;
    this.isLoadingGroup = false;
    this.isLeaving = false;
    this.isTakenOver = false;
    this.announcement = "";
  }

  protected get hasServicesElsewhere(): boolean {
    return this.noServices || this.servicesUrl !== null || this.isTakenOver;
  }

  /** Leaves the page; `onStay` is called when that comes to nothing. */
  protected leaveFor(url: string, onStay: () => void): void {
    this.cancelLeaving = this.timers.schedule(onStay, leavingMilliseconds);
    this.navigate(url);
  }
}

/**
 * The whole activation: signs in, resumes, shows each screen and ends at « Mes services ».
 *
 * The screens render inside the wizard's own root, so every `part` of a screen is a part of the wizard, and a host styles both alike.
 * Instances and tabs share one flow. Nothing is kept in the browser but history entries without content.
 *
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
export class EduconnectActivation extends ActivationJourney {
  #isGoingBack = false;
  #title: PageTitle | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && (changed.has("baseUrl") || changed.has("client"))) {
      this.finish();
      this.begin();
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.get("isLeaving") === false && this.isLeaving) void this.#reveal(`#${this.name}-leave`);
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
    const { shown, words: messages } = this;
    const { stage } = shown;
    const isBusy = shown.isBusy || this.isLoadingGroup;
    if (this.isOpening) return this.hasStandIn ? null : loadingPanel(messages, this.isSlow);
    if (stage.name === "unreachable") return unreachablePanel(messages, isBusy, this.retry);
    if (stage.name === "services" && stage.session !== null && this.hasServicesElsewhere) {
      return this.companions?.signedInPanel(messages, stage.session, isBusy, {
        href: this.servicesUrl,
        onEnter: () => announceToHost(this, "educonnect-enter-services", { href: this.servicesUrl }),
        onSignOut: this.#onSignOut,
      });
    }
    return this.screen.show(this.requestOf(shown));
  }

  protected override get isOpening(): boolean {
    return this.shown.stage.name === "loading";
  }

  protected override requestOf(state: JourneyState): ScreenRequest | null {
    const isBusy = state.isBusy || this.isLoadingGroup;
    const time = this.companion?.renderTime(this.words, isBusy);
    const start = [time, this.#renderNotice(isBusy), this.#renderQuestion(isBusy), this.slotted("start")];
    const end = [this.#renderBack(isBusy), this.slotted("end")];
    const { words: messages, classes, links, audience } = this;
    return requestOf(state, this.companions, { isBusy, messages, classes, links, audience, start, end });
  }

  #renderBack(isBusy: boolean): unknown {
    if (!this.shown.comparesMethods) return null;
    return this.companions?.methodsBack(this.words, isBusy, () => {
      this.#isGoingBack = true;
      this.act((journey, { compareMethods }) => compareMethods(journey, false));
    });
  }

  #renderNotice(isBusy: boolean): unknown {
    const { notice } = this.shown;
    return notice && noticePanel(this.words, notice.issue, isBusy, notice.canRetry ? this.retry : null);
  }

  #renderQuestion(isBusy: boolean): unknown {
    if (!this.isLeaving) return null;
    return this.companions?.leaveQuestion(this.words, `${this.name}-leave`, isBusy, (agreed) => {
      this.isLeaving = false;
      if (agreed) return this.act((journey) => journey.send({ type: "abandonRequested" }));
      this.companion?.stayed();
      void this.screen.focusHeading();
    });
  }

  async #reveal(selector: string): Promise<void> {
    await this.updateComplete;
    await this.companions?.leadToPanel({ root: this.renderRoot, screen: this.screen }, selector);
  }

  protected override finish(): void {
    super.finish();
    this.#title?.restore();
  }

  protected override onChange(state: JourneyState, before: JourneyState): void {
    this.companion?.follow(state);
    this.act((journey, { comeToServices }) => {
      const isLeft = comeToServices(this, journey, before, {
        isElsewhere: () => this.hasServicesElsewhere,
        onTakenOver: (isTakenOver) => (this.isTakenOver = isTakenOver),
      });
      // The screen stays as it is, while the browser leaves the page.
      if (isLeft) return;
      this.present();
      if (state.notice !== null && before.notice === null) void this.#reveal(".educonnect-notice");
    });
  }

  protected override show(state: JourneyState): void {
    const before = shownStepOf(this.shown);
    const step = shownStepOf(state);
    const isFree = isFocusFree(this);
    super.show(state);
    if (step === null || step === before) return;
    // Another screen may need texts that are not there.
    this.words = {};
    this.cancelSlow();
    this.isLeaving = false;
    const method = state.stage.name === "flow" ? state.stage.view.method : null;
    announceToHost(this, "educonnect-step-change", { step, method });
    if (step === "success" && before !== null) announceToHost(this, "educonnect-activated", null);
    if (state.origin === "here") this.companion?.moved(state, this.#isGoingBack);
    // A page that opens keeps its focus; after that, whoever acted here is led to the new heading.
    const takesFocus = before !== null && (state.origin === "here" || isFree) && !state.asksToReplace;
    void this.#arrive(state, before !== null, takesFocus);
  }

  async #arrive(state: JourneyState, isNews: boolean, takesFocus: boolean): Promise<void> {
    const companions = this.companions ?? (this.updateTitle ? await loadGroup("flow") : null);
    await this.updateComplete;
    if (companions === null || !this.isConnected) return;
    const place = { root: this.renderRoot, screen: this.screen };
    const heading = await companions.leadToHeading(place, takesFocus);
    if (isNews) this.announcement = companions.describeArrival(this.words, state, heading, takesFocus);
    if (this.updateTitle) (this.#title ??= new companions.PageTitle()).show(heading);
  }

  readonly #onCommand = (event: CommandEvent): void => {
    // What is in it, a password perhaps, is no business of the page's.
    event.stopPropagation();
    const { detail } = event;
    this.#isGoingBack = detail.type === "backRequested";
    this.act((journey, { sendCommand }) => sendCommand(journey, detail));
  };

  readonly #onReplace = (event: ReplaceEvent): void => {
    event.stopPropagation();
    const { agreed } = event.detail;
    this.act((journey) => (agreed ? journey.replace() : journey.keep()));
  };

  readonly #onSignOut = (event?: Event): void => {
    event?.stopPropagation();
    this.act((journey) => journey.signOut());
  };

  readonly #onNavigate = (event: NavigateEvent): void => {
    const { target } = event.detail;
    if (target === "sign-in" || target === "retry") event.stopPropagation();
    else if (target in this.links) return;
    // The host hears of it first, and may deal with it.
    queueMicrotask(() => {
      if (event.defaultPrevented || this.isLoadingGroup) return;
      if (target === "retry") return this.retry();
      this.act((journey, { followLink }) => {
        this.#isGoingBack = false;
        const onLeave = () => (this.isLeaving = true);
        return followLink(journey, target, { returnUrl: this.returnUrl, onLeave });
      });
    });
  };
}

/** Tells whether the focus may be moved without taking it from something else of the page. */
export function isFocusFree(wizard: Element): boolean {
  let active = document.activeElement;
  if (active === document.body || active === document.documentElement) return true;
  // For whoever looks from outside, a shadow root's host has the focus; inside, what has it may be the wizard or in it.
  while (active !== null && !wizard.contains(active)) active = active.shadowRoot?.activeElement ?? null;
  return active !== null || document.activeElement === null;
}
