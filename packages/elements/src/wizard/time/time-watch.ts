import type { Timers } from "../../client/timers.ts";
import type { TimeLimit } from "./time-limit.ts";

/** The options of a `TimeWatch`. */
export interface TimeWatchOptions {
  readonly timers: Timers;
  /** Asks the server for the current status, which may lead to a call of `follow`. It never rejects. */
  readonly check: () => Promise<void>;
  /** Called with the seconds left whenever the person is to be warned, and with null when the warning is to disappear. */
  readonly onWarn: (secondsLeft: number | null) => void;
}

const second = 1000;
/** WCAG 2.2.1 asks for 20 seconds at least. */
const warnMilliseconds = 120 * second;
/** The warning is repeated once and not every second, because a screen reader would otherwise be interrupted all the time. */
const againMilliseconds = 60 * second;
/** If the server has not answered by then, the person is warned by what this page knows. */
const patienceMilliseconds = 5 * second;
const longestTimerMilliseconds = 2 ** 31 - 1;

/**
 * Warns twice that a time limit is near and detects when it has passed.
 *
 * It asks the server before it warns, once when the end is near and once when it has passed, because another tab may have obtained more
 * time. If a timer fires late, for example on a phone that slept, the watch acts on the time that is really left.
 */
export class TimeWatch {
  readonly #options: TimeWatchOptions;
  #limit: TimeLimit | null = null;
  /** The end in milliseconds of this page's timers. It is kept after the end has passed. */
  deadline = 0;
  #checked: "far" | "near" | "over" = "far";
  #cancel: () => void = () => undefined;

  constructor(options: TimeWatchOptions) {
    this.#options = options;
  }

  /** Follows a new limit, or none. A limit that the server told earlier than the known one is ignored. */
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

  /** What the limit applies to. */
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
