import type { Timers } from "../client/timers.ts";
import { guardDoublePresses } from "./double-press.ts";
import type { Journey } from "./journey.ts";
import type { JourneyState } from "./journey-state.ts";
import { JourneyWatch } from "./journey-watch.ts";
import { WizardHistory } from "./wizard-history.ts";

/** How to go along with a journey. */
export interface FlowCompanionOptions {
  readonly journey: Journey;
  readonly timers: Timers;
  /** Tells the screen shown now from others. */
  readonly readScreen: () => unknown;
  /** Marks the wizard's entries in the browser's history; null leaves the history alone. */
  readonly owner: string | null;
  /** The browser's back button would give the flow up: the person is to be asked, or, once it went forward again, no longer. */
  readonly onLeave: (asks: boolean) => void;
}

/** Ties a journey to the server's news and to the browser's history, from the first screen after the sign-in on. */
export class FlowCompanion {
  readonly #watch: JourneyWatch;
  readonly #history: WizardHistory | null;
  readonly #endGuard: () => void;

  constructor({ journey, timers, readScreen, owner, onLeave }: FlowCompanionOptions) {
    this.#watch = new JourneyWatch(journey, timers);
    this.#history = owner === null ? null : new WizardHistory({ owner, journey, onLeave });
    this.#history?.connect();
    this.#endGuard = guardDoublePresses(readScreen);
    this.#watch.follow(journey.state);
  }

  /** Watches as the state asks for. */
  follow(state: JourneyState): void {
    this.#watch.follow(state);
  }

  /** The person moved to another screen, here: `isBack` by « Précédent ». */
  moved(state: JourneyState, isBack: boolean): void {
    this.#history?.moved(state, isBack);
  }

  /** Asked whether to give up, the person stays. */
  stayed(): void {
    this.#history?.stayed();
  }

  stop(): void {
    this.#watch.stop();
    this.#history?.disconnect();
    this.#endGuard();
  }
}
