import { ActivationState } from "./educonnect-activation.ts";
import type { FlowCompanion } from "./flow-companion.ts";
import type { Journey } from "./journey.ts";
import { initialJourneyState, withLoadingFailure, type JourneyState } from "./journey-state.ts";
import { hasNobody, readOpening } from "./opening.ts";
import { loadGroup, preloadAfter, type Companions, type ScreenGroup } from "./screen-groups.ts";
import { ScreenNode } from "./screen-node.ts";
import { shownStepOf, type ScreenRequest } from "./screen-request.ts";
import { announceToHost } from "../events/wizard-events.ts";

const slowMilliseconds = 300;

let instances = 0;

/** What needs the journey, and what comes with it. */
type Act = (journey: Journey, companions: Companions) => unknown;

/**
 * How the wizard comes by its journey: the sign-in shows without one, as soon as the server says that nobody is known here. The rest of the
 * wizard loads while it is read, and takes over once there is more to do than to show it.
 */
export abstract class ActivationJourney extends ActivationState {
  protected readonly name: string = `educonnect-wizard-${(instances += 1)}`;
  protected readonly screen: ScreenNode = new ScreenNode();
  /** The rest of the wizard; null until it is loaded. */
  protected companions: Companions | null = null;
  protected companion: FlowCompanion | null = null;
  protected cancelSlow: () => void = () => undefined;
  /** Stands for the time from `begin` to `finish`. */
  #life: object | null = null;
  #journey: Journey | null = null;
  /** Loads once more what could not be loaded, for what it was needed for. */
  #loadAgain: (() => void) | null = null;

  protected override begin(): void {
    if (this.#life !== null) return;
    this.#life = {};
    this.shown = initialJourneyState;
    this.isLoadingGroup = false;
    this.screen.show(null);
    window.addEventListener("pageshow", this.#onPageShow);
    this.cancelSlow = this.timers.schedule(() => (this.isSlow = true), slowMilliseconds);
    void this.#open();
  }

  protected override finish(): void {
    window.removeEventListener("pageshow", this.#onPageShow);
    this.cancelSlow();
    this.cancelLeaving();
    this.companion?.stop();
    this.#journey?.stop();
    this.companion = this.#journey = this.#life = null;
  }

  /** Hears of each change of the journey. */
  protected abstract onChange(state: JourneyState, before: JourneyState): void;

  /** Which element shows a state; null where the wizard shows something of its own. */
  protected abstract requestOf(state: JourneyState): ScreenRequest | null;

  /** Shows a state whose screen is loaded. */
  protected show(state: JourneyState): void {
    this.#loadAgain = null;
    this.shown = state;
  }

  /** Shows what the journey has come to, as soon as its screen is loaded; until then the one before stays, busy. */
  protected present(state: JourneyState | undefined = this.#journey?.state): void {
    if (state === undefined || this.isLoadingGroup) return;
    const request = this.requestOf(state);
    if (request !== null && customElements.get(request.tag) === undefined) return this.#load(request.group);
    // What comes then may need more texts: a drawing asks for them.
    if (request !== null) preloadAfter(request.group, () => this.requestUpdate());
    this.show(state);
  }

  /** Does what needs the journey; until it is loaded the screen stays, busy. */
  protected act(act: Act): void {
    if (this.#journey !== null && this.companions !== null) act(this.#journey, this.companions);
    else if (!this.isLoadingGroup) this.#load("flow", act);
  }

  /** Tries again what failed: the loading of a screen, or a request. */
  protected readonly retry = (): void => {
    if (this.#loadAgain !== null) this.#loadAgain();
    else void this.#journey?.retry();
  };

  async #open(): Promise<void> {
    const life = this.#life;
    const opening = readOpening(this.client, this.baseUrl);
    const status = await opening.catch(() => null);
    await this.waitForTexts();
    if (life !== this.#life) return;
    if (status !== null && hasNobody(status) && customElements.get("educonnect-login") !== undefined)
      this.present({ ...initialJourneyState, stage: { name: "signIn" }, methods: status.methods });
    else
      this.act((journey, { takeFranceConnectReturn }) => journey.start(takeFranceConnectReturn(), opening));
  }

  #load(group: ScreenGroup, act: Act = () => undefined, isRetry = false): void {
    const life = this.#life;
    this.isLoadingGroup = true;
    void loadGroup(group).then(async (companions) => {
      await this.waitForTexts();
      if (life !== this.#life) return;
      this.isLoadingGroup = false;
      if (companions !== null) {
        const journey = this.#accompany(companions);
        this.present();
        return void act(journey, companions);
      }
      // Some browsers remember that a module failed; the flow resumes in a fresh page.
      if (isRetry && navigator.onLine) return location.reload();
      announceToHost(this, "educonnect-error", { code: "network" });
      this.show(withLoadingFailure(this.shown));
      this.#loadAgain = () => this.#load(group, act, true);
    });
  }

  /** Begins the journey from what is shown, and ties it to the server's news and the browser's history. */
  #accompany(companions: Companions): Journey {
    this.companions = companions;
    if (this.#journey !== null) return this.#journey;
    const { client, baseUrl, timers } = this;
    const journey = new companions.Journey({
      client: client ?? companions.createActivationClient({ baseUrl, timers, speaker: this }),
      from: { ...this.shown, notice: null },
      onChange: (state, before) => this.onChange(state, before),
      onFailure: ({ code }) => announceToHost(this, "educonnect-error", { code }),
      onLeave: (url) => this.leaveFor(url, () => journey.comeBack()),
    });
    this.#journey = journey;
    this.companion = new companions.FlowCompanion({
      journey,
      timers,
      owner: this.noHistory ? null : this.id || this.name,
      readScreen: () => shownStepOf(this.shown),
      onLeave: (asks) => (this.isLeaving = asks),
      root: this.renderRoot,
      redraw: () => this.requestUpdate(),
      announce: (text) => (this.announcement = text),
    });
    return journey;
  }

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.act((journey) => journey.restore());
  };
}
