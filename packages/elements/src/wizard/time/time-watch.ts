import type { Timers } from "../../client/timers.ts";
import type { TimeLimit } from "./time-limit.ts";

/** How to watch a limit. */
export interface TimeWatchOptions {
  readonly timers: Timers;
  /** Asks the server how things stand, which may end in `follow`; never rejects. */
  readonly check: () => Promise<void>;
  /** Called with the seconds that are left each time they are to be told, and with null when there is nothing to tell. */
  readonly onWarn: (secondsLeft: number | null) => void;
}

const second = 1000;
/** WCAG 2.2.1 asks for 20 seconds at least. */
const warnMilliseconds = 120 * second;
/** Told once more, and not every second: a ticking announcement would drown what is being read. */
const againMilliseconds = 60 * second;
/** What the server has not said by then is told as this page knows it. */
const patienceMilliseconds = 5 * second;
const longestTimerMilliseconds = 2 ** 31 - 1;

/**
 * Tells that a limit is near, twice, and finds out when it is over.
 *
 * The server is asked before anything is told, once when the end is near and once when it is over: another tab may have been given more
 * time, and a phone that slept may have missed both. A timer that fires late goes straight to where things stand.
 */
export class TimeWatch {
  readonly #options: TimeWatchOptions;
  #limit: TimeLimit | null = null;
  /** The end by this page's timers, kept once it is over. */
  deadline = 0;
  #checked: "far" | "near" | "over" = "far";
  #cancel: () => void = () => undefined;

  constructor(options: TimeWatchOptions) {
    this.#options = options;
  }

  /** Follows a limit, or none; what the server said earlier than what is known is no news. */
  follow(limit: TimeLimit | null): void {
    const known = this.#limit;
    if (limit === null || known === null || limit.of !== known.of || limit.endsAt !== known.endsAt) {
      if (limit !== null && known?.of === limit.of && limit.now < known.now) return;
      this.#checked = "far";
    } else if (limit.now <= known.now) return;
    this.#limit = limit;
    if (limit === null) return this.stop();
    this.deadline = this.#options.timers.now() + (limit.endsAt - limit.now) * second;
    this.#look();
  }

  /** Whether more time can be had. */
  get canExtend(): boolean {
    return this.#limit?.canExtend ?? false;
  }

  /** Whose end is near. */
  get of(): TimeLimit["of"] {
    return this.#limit?.of ?? "flow";
  }

  stop(): void {
    this.#cancel();
    this.#limit = null;
    this.#options.onWarn(null);
  }

  #look(): void {
    const { timers, check, onWarn } = this.#options;
    this.#cancel();
    const left = this.deadline - timers.now();
    if (left > warnMilliseconds) {
      onWarn(null);
      return this.#lookIn(left - warnMilliseconds);
    }
    const place = left > 0 ? "near" : "over";
    if (place === "over") onWarn(null);
    if (place !== this.#checked) {
      this.#checked = place;
      this.#lookIn(Math.min(patienceMilliseconds, Math.max(left, 0)));
      void check().then(() => this.#limit !== null && this.#look());
    } else if (place === "near") {
      onWarn(Math.ceil(left / second));
      this.#lookIn(left > againMilliseconds ? left - againMilliseconds : left);
    }
  }

  #lookIn(milliseconds: number): void {
    const delay = Math.min(milliseconds, longestTimerMilliseconds);
    this.#cancel = this.#options.timers.schedule(() => this.#look(), delay);
  }
}
