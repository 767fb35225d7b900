import type { ReactiveControllerHost } from "lit";
import type { ActivationClient } from "../client/activation-client.ts";
import type { Timers } from "../client/timers.ts";
import { announce } from "../events/educonnect-events.ts";
import type { FlowCompanion } from "./flow-companion.ts";
import type { Journey } from "./journey.ts";
import { initialJourneyState, withLoadingFailure, type JourneyState } from "./journey-state.ts";
import { hasNobody, readOpening } from "./opening.ts";
import { loadGroup, preloadAfter, type Companions } from "./screen-groups.ts";
import { ScreenNode } from "./screen-node.ts";
import { shownStepOf, type ScreenGroup, type ScreenRequest } from "./screen-request.ts";

const slowMilliseconds = 300;
/** After so long the page that was left for another is still here: whoever stopped the browser can act again. */
const leavingMilliseconds = 30_000;

let instances = 0;

/** What needs the journey, and what comes with it. */
type Act = (journey: Journey, companions: Companions) => unknown;

/** The wizard as its loader sees it. */
export interface LoadingWizard extends ReactiveControllerHost, HTMLElement {
  readonly baseUrl: string;
  readonly client: ActivationClient | null;
  readonly timers: Timers;
  readonly noHistory: boolean;
  readonly navigate: (url: string) => void;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Whether the person is asked if the activation is given up, as the browser's back button would. */
  isLeaving: boolean;
  /** What is said without taking the focus. */
  announcement: string;
  waitForTexts(): Promise<void>;
  /** Says which element shows a state; null where the wizard shows something of its own. */
  requestOf(state: JourneyState): ScreenRequest | null;
  /** Hears of each change of the journey. */
  journeyChanged(state: JourneyState, before: JourneyState): void;
  /** Hears of each state that is shown, its screen being loaded, before it is drawn. */
  stateShown(state: JourneyState, before: JourneyState): void;
}

/**
 * Gets the wizard its journey: the sign-in shows without one, as soon as the server says that nobody is known here. The rest of the wizard
 * loads while it is read, and takes over once there is more to do than to show it.
 */
export class JourneyLoader {
  readonly name: string = `educonnect-wizard-${(instances += 1)}`;
  readonly screen: ScreenNode = new ScreenNode();
  readonly #wizard: LoadingWizard;
  /** What is shown, which may be behind the journey while a screen loads. */
  shown: JourneyState = initialJourneyState;
  /** Whether nothing can be shown for longer than goes unnoticed. */
  isSlow = false;
  /** Whether something that was asked for is being loaded. */
  isLoading = false;
  /** The rest of the wizard; null until it is loaded. */
  companions: Companions | null = null;
  companion: FlowCompanion | null = null;
  #cancelSlow: () => void = () => undefined;
  #cancelLeaving: () => void = () => undefined;
  /** Stands for the time from `begin` to `end`. */
  #life: object | null = null;
  #journey: Journey | null = null;
  /** Loads once more what could not be loaded, for what it was needed for. */
  #loadAgain: (() => void) | null = null;

  constructor(wizard: LoadingWizard) {
    this.#wizard = wizard;
  }

  begin(): void {
    this.#life = {};
    this.shown = initialJourneyState;
    this.isLoading = false;
    this.screen.show(null);
    window.addEventListener("pageshow", this.#onPageShow);
    this.#cancelSlow = this.#wizard.timers.schedule(() => {
      this.isSlow = true;
      this.#redraw();
    }, slowMilliseconds);
    void this.#open();
  }

  end(): void {
    window.removeEventListener("pageshow", this.#onPageShow);
    this.#cancelSlow();
    this.#cancelLeaving();
    this.companion?.stop();
    this.#journey?.stop();
    this.companion = this.#journey = this.#life = null;
  }

  /** Whether a request is under way, or what it led to is being loaded. */
  get isBusy(): boolean {
    return this.shown.isBusy || this.isLoading;
  }

  /** Shows what the journey has come to, as soon as its screen is loaded; until then the one before stays, busy. */
  present(state: JourneyState | undefined = this.#journey?.state): void {
    if (state === undefined || this.isLoading) return;
    const request = this.#wizard.requestOf(state);
    if (request !== null && customElements.get(request.tag) === undefined) return this.#load(request.group);
    // What comes then may need more texts: a drawing asks for them.
    if (request !== null) preloadAfter(request.group, () => this.#redraw());
    this.#show(state);
  }

  /** Does what needs the journey; until it is loaded the screen stays, busy. */
  act(act: Act): void {
    if (this.#journey !== null && this.companions !== null) act(this.#journey, this.companions);
    else if (!this.isLoading) this.#load("flow", act);
  }

  /** Tries again what failed: the loading of a screen, or a request. */
  readonly retry = (): void => {
    if (this.#loadAgain !== null) this.#loadAgain();
    else void this.#journey?.retry();
  };

  #redraw(): void {
    this.#wizard.requestUpdate();
  }

  #show(state: JourneyState): void {
    const before = this.shown;
    this.#loadAgain = null;
    this.shown = state;
    if (shownStepOf(state) !== null) this.#cancelSlow();
    this.#redraw();
    this.#wizard.stateShown(state, before);
  }

  async #open(): Promise<void> {
    const life = this.#life;
    const { client, baseUrl } = this.#wizard;
    const opening = readOpening(client, baseUrl);
    const status = await opening.catch(() => null);
    await this.#wizard.waitForTexts();
    if (life !== this.#life) return;
    if (status !== null && hasNobody(status) && customElements.get("educonnect-login") !== undefined)
      this.present({ ...initialJourneyState, stage: { name: "signIn" }, methods: status.methods });
    else
      this.act((journey, { takeFranceConnectReturn }) => journey.start(takeFranceConnectReturn(), opening));
  }

  #load(group: ScreenGroup, act: Act = () => undefined, isRetry = false): void {
    const life = this.#life;
    this.isLoading = true;
    this.#redraw();
    void loadGroup(group).then(async (companions) => {
      await this.#wizard.waitForTexts();
      if (life !== this.#life) return;
      this.isLoading = false;
      this.#redraw();
      if (companions !== null) {
        const journey = this.#accompany(companions);
        this.present();
        return void act(journey, companions);
      }
      // Some browsers remember that a module failed; the flow resumes in a fresh page.
      if (isRetry && navigator.onLine) return location.reload();
      announce(this.#wizard, "educonnect-error", { code: "network" });
      this.#show(withLoadingFailure(this.shown));
      this.#loadAgain = () => this.#load(group, act, true);
    });
  }

  /** Begins the journey from what is shown, and ties it to the server's news and the browser's history. */
  #accompany(companions: Companions): Journey {
    this.companions = companions;
    if (this.#journey !== null) return this.#journey;
    const wizard = this.#wizard;
    const { client, baseUrl, timers } = wizard;
    const journey = new companions.Journey({
      client: client ?? companions.createActivationClient({ baseUrl, timers, speaker: wizard }),
      from: { ...this.shown, notice: null },
      onChange: (state, before) => wizard.journeyChanged(state, before),
      onFailure: ({ code }) => announce(wizard, "educonnect-error", { code }),
      onLeave: (url) => {
        this.#cancelLeaving = timers.schedule(() => journey.comeBack(), leavingMilliseconds);
        wizard.navigate(url);
      },
    });
    this.#journey = journey;
    this.companion = new companions.FlowCompanion({
      journey,
      timers,
      owner: wizard.noHistory ? null : wizard.id || this.name,
      readScreen: () => shownStepOf(this.shown),
      onLeave: (asks) => (wizard.isLeaving = asks),
      root: wizard.renderRoot,
      redraw: () => this.#redraw(),
      announce: (text) => (wizard.announcement = text),
    });
    return journey;
  }

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.act((journey) => journey.restore());
  };
}
