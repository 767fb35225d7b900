import type { Timers } from "../client/timers.ts";
import { defaultInterval, watchStatus } from "../client/watch-status.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { JourneyState } from "./journey-state.ts";

/** How closely the server is to be watched: all the time while a mail's link is awaited, else when the person comes back. */
function watchModeOf({ stage }: JourneyState): "always" | "onReturn" | "never" {
  if (stage.name === "services") return "onReturn";
  if (stage.name !== "flow") return "never";
  return stage.view.step.name === "emailSent" ? "always" : "onReturn";
}

const longestTimerMilliseconds = 2 ** 31 - 1;

/** Tells a journey what happens elsewhere: in the mail, in another tab, or just with time. */
export class JourneyWatch {
  readonly #elsewhere: Elsewhere;
  readonly #timers: Timers;
  #mode: ReturnType<typeof watchModeOf> = "never";
  #stopWatching: () => void = () => undefined;
  #lockedUntil: number | null = null;
  #cancelUnlock: () => void = () => undefined;

  constructor(elsewhere: Elsewhere, timers: Timers) {
    this.#elsewhere = elsewhere;
    this.#timers = timers;
  }

  /** Watches as the state asks for. */
  follow(state: JourneyState): void {
    const mode = watchModeOf(state);
    if (mode !== this.#mode) this.#watch(mode);
    const view = state.stage.name === "flow" ? state.stage.view : null;
    if (view?.lockedUntil === this.#lockedUntil) return;
    this.#cancelUnlock();
    this.#lockedUntil = view?.lockedUntil ?? null;
    if (view === null || view.lockedUntil === null) return;
    const delay = Math.min((view.lockedUntil - view.now + 1) * 1000, longestTimerMilliseconds);
    this.#cancelUnlock = this.#timers.schedule(() => void this.#elsewhere.refresh(), delay);
  }

  stop(): void {
    this.#stopWatching();
    this.#cancelUnlock();
    this.#mode = "never";
  }

  #watch(mode: ReturnType<typeof watchModeOf>): void {
    this.#stopWatching();
    this.#mode = mode;
    if (mode === "never") {
      this.#stopWatching = () => undefined;
      return;
    }
    this.#stopWatching = watchStatus({
      client: this.#elsewhere.watched,
      onStatus: (status) => this.#elsewhere.adopt(status),
      intervalAfter: mode === "always" ? defaultInterval : () => null,
      timers: this.#timers,
    });
  }
}
