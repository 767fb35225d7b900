import { html, type PropertyValues, type TemplateResult } from "lit";
import { createActivationClient } from "../client/activation-client.ts";
import type { CommandEvent, NavigateEvent, ReplaceEvent } from "../events/educonnect-events.ts";
import { ActivationState } from "./activation-state.ts";
import { describeArrival, leadToHeading, leadToPanel, PageTitle } from "./arrival.ts";
import type { FlowCompanion } from "./flow-companion.ts";
import { takeFranceConnectReturn } from "./take-france-connect-return.ts";
import { initialJourneyState, withLoadingFailure, type JourneyState } from "./journey-state.ts";
import { leadToServices } from "./lead-to-services.ts";
import { Journey } from "./journey.ts";
import { loadGroup, preloadAfter, type Companions, type ScreenGroup } from "./screen-groups.ts";
import { ScreenNode } from "./screen-node.ts";
import { requestOf } from "./request-of.ts";
import { groupOf, shownStepOf, type ScreenRequest } from "./screen-request.ts";
import { announceToHost } from "./wizard-events.ts";
import { isFocusFree } from "./wizard-focus.ts";
import { loadingPanel, noticePanel, unreachablePanel } from "./wizard-panel.ts";

const slowMilliseconds = 300;

let instances = 0;

/**
 * The whole activation: signs in, resumes, shows each screen and ends at « Mes services ».
 *
 * The screens render inside the wizard's own root, so every `part` of a screen is a part of the wizard, and a host styles both alike.
 * Instances and tabs share one flow. Nothing is kept in the browser but history entries without content.
 *
 * @fires {CustomEvent} educonnect-step-change - another screen is shown: `{ step, route }`
 * @fires {CustomEvent} educonnect-activated - the account was activated
 * @fires {CustomEvent} educonnect-signed-in - a session was opened
 * @fires {CustomEvent} educonnect-enter-services - cancelable: the person enters the services, `{ href }`
 * @fires {CustomEvent} educonnect-navigate - cancelable: a link of a screen was followed, `{ target, href }`
 * @fires {CustomEvent} educonnect-error - a request failed or was refused: `{ code }`
 * @slot start - the host's own content at the top of each screen; also the property `start`
 * @slot end - the host's own content at its end; also the property `end`
 * @csspart loading - what stands where the first screen will be
 * @csspart skeleton - its bars, where that takes long
 * @csspart unreachable - what stands there when the server can't be asked
 * @csspart notice - a failure above a screen
 * @csspart time-limit - says above a screen that the time is nearly over, and gives more
 * @csspart signed-in - who is signed in, where the services are elsewhere
 */
export class EduconnectActivation extends ActivationState {
  readonly #name = `educonnect-wizard-${(instances += 1)}`;
  readonly #screen = new ScreenNode();
  #journey: Journey | null = null;
  #companions: Companions | null = null;
  #companion: FlowCompanion | null = null;
  #cancelSlow: () => void = () => undefined;
  #isGoingBack = false;
  readonly #title = new PageTitle();

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && (changed.has("baseUrl") || changed.has("client"))) {
      this.finish();
      this.begin();
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.get("isLeaving") === false && this.isLeaving) void this.#reveal(`#${this.#name}-leave`);
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
    if (stage.name === "loading") return loadingPanel(messages, this.isSlow);
    if (stage.name === "unreachable") return unreachablePanel(messages, isBusy, this.#retry);
    if (stage.name === "services" && stage.session !== null && this.hasServicesElsewhere) {
      return this.#companions?.signedInPanel(messages, stage.session, isBusy, {
        href: this.servicesUrl,
        onEnter: () => announceToHost(this, "educonnect-enter-services", { href: this.servicesUrl }),
        onSignOut: this.#onSignOut,
      });
    }
    return this.#screen.show(this.#requestOf(shown));
  }

  #requestOf(state: JourneyState): ScreenRequest | null {
    const isBusy = state.isBusy || this.isLoadingGroup;
    const time = this.#companion?.renderTime(this.words, isBusy);
    const start = [time, this.#renderNotice(isBusy), this.#renderQuestion(isBusy), this.slotted("start")];
    const end = [this.#renderBack(isBusy), this.slotted("end")];
    const { words: messages, classes, links, audience } = this;
    return requestOf(state, this.#companions, { isBusy, messages, classes, links, audience, start, end });
  }

  #renderBack(isBusy: boolean): unknown {
    if (!this.shown.comparesMethods) return null;
    return this.#companions?.methodsBack(this.words, isBusy, () => {
      this.#isGoingBack = true;
      if (this.#journey) this.#companions?.compareMethods(this.#journey, false);
    });
  }

  #renderNotice(isBusy: boolean): unknown {
    const { notice } = this.shown;
    return notice && noticePanel(this.words, notice.issue, isBusy, notice.canRetry ? this.#retry : null);
  }

  #renderQuestion(isBusy: boolean): unknown {
    if (!this.isLeaving) return null;
    return this.#companions?.leaveQuestion(this.words, `${this.#name}-leave`, isBusy, (agreed) => {
      this.isLeaving = false;
      if (agreed) return void this.#journey?.send({ type: "abandonRequested" });
      this.#companion?.stayed();
      void this.#screen.focusHeading();
    });
  }

  async #reveal(selector: string): Promise<void> {
    await this.updateComplete;
    await leadToPanel({ root: this.renderRoot, screen: this.#screen }, selector);
  }

  protected override begin(): void {
    if (this.#journey !== null) return;
    this.shown = initialJourneyState;
    this.#screen.show(null);
    const journey = new Journey({
      client: this.client ?? createActivationClient({ baseUrl: this.baseUrl, timers: this.timers }),
      onChange: (state, before) => this.#onChange(state, before),
      onFailure: ({ code }) => announceToHost(this, "educonnect-error", { code }),
      onLeave: (url) => this.leaveFor(url, () => journey.comeBack()),
    });
    this.#journey = journey;
    window.addEventListener("pageshow", this.#onPageShow);
    this.#cancelSlow = this.timers.schedule(() => (this.isSlow = true), slowMilliseconds);
    void journey.start(takeFranceConnectReturn());
  }

  protected override finish(): void {
    window.removeEventListener("pageshow", this.#onPageShow);
    this.#cancelSlow();
    this.cancelLeaving();
    this.#companion?.stop();
    this.#journey?.stop();
    this.#companion = this.#journey = null;
    this.#title.restore();
  }

  #onChange(state: JourneyState, before: JourneyState): void {
    this.#companion?.follow(state);
    if (state.stage.name === "services" && before.stage.name !== "services" && state.issues.length === 0) {
      const isEntering = state.origin === "here";
      if (isEntering) announceToHost(this, "educonnect-signed-in", null);
      if (this.#enterServices(isEntering, state.stage.session === null)) return;
    }
    this.#present();
    if (state.notice !== null && before.notice === null) void this.#reveal(".educonnect-notice");
  }

  /** Leads to the services; true when the browser is leaving for them, and the screen stays as it is meanwhile. */
  #enterServices(isEntering: boolean, isNameless: boolean): boolean {
    const way = isEntering ? leadToServices(this, this.servicesUrl, this.navigate) : "stays";
    if (way === "leaves") return true;
    this.isTakenOver = way === "takenOver";
    queueMicrotask(() => {
      if (!this.hasServicesElsewhere) void this.#journey?.readServices();
      // Nobody but the server knows the name that goes with a session just opened.
      else if (isNameless) void this.#journey?.start();
    });
    return false;
  }

  /** Shows what the journey has come to, as soon as its screen is loaded; until then the one before stays, busy. */
  #present(isRetry = false): void {
    const state = this.#journey?.state;
    if (state === undefined || this.isLoadingGroup) return;
    const isEarly = ["loading", "unreachable", "signIn"].includes(state.stage.name) && !state.comparesMethods;
    const request = this.#requestOf(state);
    const isDefined = request === null || customElements.get(request.tag) !== undefined;
    if (isDefined && (isEarly || this.#companion !== null)) {
      if (request !== null) preloadAfter(request.group);
      return this.#show(state);
    }
    this.#load(isEarly ? "first" : groupOf(state), isRetry);
  }

  /** Loads a group and what goes with every flow; until then the screen stays, busy. */
  #load(group: ScreenGroup, isRetry: boolean, onLoaded?: (companions: Companions) => void): void {
    this.isLoadingGroup = true;
    void loadGroup(group).then((companions) => {
      this.isLoadingGroup = false;
      if (companions !== null) {
        this.#accompany(companions);
        return onLoaded?.(companions);
      }
      // Some browsers remember that a module failed; the flow resumes in a fresh page.
      if (isRetry && navigator.onLine) return location.reload();
      announceToHost(this, "educonnect-error", { code: "network" });
      this.#show(withLoadingFailure(this.shown));
    });
  }

  /** Ties the journey to the server's news and the browser's history, once it needs them. */
  #accompany(companions: Companions): void {
    const journey = this.#journey;
    if (journey === null) return;
    this.#companions = companions;
    this.#companion ??= new companions.FlowCompanion({
      journey,
      timers: this.timers,
      owner: this.noHistory ? null : this.id || this.#name,
      readScreen: () => shownStepOf(this.shown),
      onLeave: (asks) => (this.isLeaving = asks),
      root: this.renderRoot,
      redraw: () => this.requestUpdate(),
      announce: (text) => (this.announcement = text),
    });
    this.#present();
  }

  #show(state: JourneyState): void {
    const before = shownStepOf(this.shown);
    const step = shownStepOf(state);
    const isFree = isFocusFree(this);
    this.shown = state;
    if (step === null || step === before) return;
    this.#cancelSlow();
    this.isLeaving = false;
    const route = state.stage.name === "flow" ? state.stage.view.route : null;
    announceToHost(this, "educonnect-step-change", { step, route });
    if (step === "activated" && before !== null) announceToHost(this, "educonnect-activated", null);
    if (state.origin === "here") this.#companion?.moved(state, this.#isGoingBack);
    // A page that opens keeps its focus; after that, whoever acted here is led to the new heading.
    const takesFocus = before !== null && (state.origin === "here" || isFree) && !state.asksToReplace;
    void this.#arrive(state, before !== null, takesFocus);
  }

  async #arrive(state: JourneyState, isNews: boolean, takesFocus: boolean): Promise<void> {
    await this.updateComplete;
    const heading = await leadToHeading({ root: this.renderRoot, screen: this.#screen }, takesFocus);
    if (isNews) this.announcement = describeArrival(this.words, state, heading, takesFocus);
    if (this.updateTitle) this.#title.show(heading);
  }

  readonly #retry = (): void => {
    const state = this.#journey?.state;
    // What failed may have been the loading of a screen, not a request.
    if (state && shownStepOf(state) !== shownStepOf(this.shown)) this.#present(true);
    else void this.#journey?.retry();
  };

  readonly #onCommand = (event: CommandEvent): void => {
    // What is in it, a password perhaps, is no business of the page's.
    event.stopPropagation();
    const { detail } = event;
    this.#isGoingBack = detail.type === "backRequested";
    if (this.#journey)
      void (this.#companions
        ? this.#companions.sendCommand(this.#journey, detail)
        : this.#journey.send(detail));
  };

  readonly #onReplace = (event: ReplaceEvent): void => {
    event.stopPropagation();
    void (event.detail.agreed ? this.#journey?.replace() : this.#journey?.keep());
  };

  readonly #onSignOut = (event?: Event): void => {
    event?.stopPropagation();
    void this.#journey?.signOut();
  };

  readonly #onNavigate = (event: NavigateEvent): void => {
    const { target } = event.detail;
    if (target === "sign-in" || target === "retry") event.stopPropagation();
    else if (target in this.links) return;
    // The host hears of it first, and may deal with it.
    queueMicrotask(() => {
      if (event.defaultPrevented || this.isLoadingGroup) return;
      if (target === "retry") return this.#retry();
      const follow = ({ followLink }: Companions) => {
        this.#isGoingBack = false;
        const onLeave = () => (this.isLeaving = true);
        if (this.#journey) void followLink(this.#journey, target, { returnUrl: this.returnUrl, onLeave });
      };
      if (this.#companions !== null) follow(this.#companions);
      else this.#load("flow", this.shown.notice !== null, follow);
    });
  };

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#journey?.restore();
  };
}
