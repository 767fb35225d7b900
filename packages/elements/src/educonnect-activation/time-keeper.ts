import type { Timers } from "../client/timers.ts";
import { translate, type MessageOverrides } from "../i18n/translate.ts";
import { adoptSheets } from "../theme/adopt-sheets.ts";
import type { Journey } from "./journey.ts";
import type { JourneyState } from "./journey-state.ts";
import { askForMoreTime, limitNow, limitOf } from "./time-limit.ts";
import { timePanel, timePanelStyles } from "./time-panel.ts";
import { TimeWatch } from "./time-watch.ts";
import type { StatusResponse } from "@educonnect-activation/core";

/** How to keep the time of a journey. */
export interface TimeKeeperOptions {
  readonly journey: Journey;
  readonly timers: Timers;
  /** Asks the server how things stand, and takes it in; never rejects. */
  readonly check: () => Promise<void>;
  /** Where the wizard draws. */
  readonly root: HTMLElement | DocumentFragment;
  /** Draws the wizard again. */
  readonly redraw: () => void;
  /** Says something that takes no focus. */
  readonly announce: (text: string) => void;
}

/** Warns the person before the activation or the session ends, and asks for more time when they want it (WCAG 2.2.1). */
export class TimeKeeper {
  readonly #options: TimeKeeperOptions;
  readonly #watch: TimeWatch;
  #secondsLeft: number | null = null;
  /** Where the person was when they were warned, or has typed since: Tab may stop elsewhere on the way to the warning. */
  #place: HTMLElement | null = null;
  readonly #stopListening = new AbortController();

  constructor(options: TimeKeeperOptions) {
    this.#options = options;
    const { timers, check } = options;
    this.#watch = new TimeWatch({ timers, check, onWarn: (secondsLeft) => this.#warn(secondsLeft) });
    const { signal } = this.#stopListening;
    const onInput = ({ target }: Event) => (this.#place = target instanceof HTMLElement ? target : null);
    options.root.addEventListener("input", onInput, { signal });
  }

  /** Keeps the time of what is shown now. */
  follow({ stage }: JourneyState): void {
    this.#watch.follow(limitOf(stage));
  }

  /** Takes in what a status says of the time that is left. */
  hear(status: StatusResponse): void {
    const limit = limitNow(this.#options.journey.state.stage, status);
    if (limit !== null) this.#watch.follow(limit);
  }

  /** When the limit followed last is over, by this page's timers. */
  get deadline(): number {
    return this.#watch.deadline;
  }

  stop(): void {
    this.#stopListening.abort();
    this.#watch.stop();
  }

  /** The warning, while there is one to show. */
  render(messages: MessageOverrides, isBusy: boolean): unknown {
    if (this.#secondsLeft === null) return null;
    const { of, canExtend } = this.#watch;
    return timePanel(
      messages,
      { of, canExtend, secondsLeft: this.#secondsLeft },
      isBusy,
      () => void this.#continue(messages),
    );
  }

  #warn(secondsLeft: number | null): void {
    if (secondsLeft === this.#secondsLeft) return;
    const { root, redraw, announce } = this.#options;
    const place = root instanceof ShadowRoot ? root : root.getRootNode();
    if (this.#secondsLeft === null) {
      adoptSheets(place, [timePanelStyles]);
      const active = place instanceof Document || place instanceof ShadowRoot ? place.activeElement : null;
      this.#place = active instanceof HTMLElement && root.contains(active) ? active : null;
      // What was said before must be news again the next time.
      announce("");
    } else if (secondsLeft === null && this.#panel?.matches(":focus-within")) this.#giveFocusBack();
    this.#secondsLeft = secondsLeft;
    redraw();
  }

  async #continue(messages: MessageOverrides): Promise<void> {
    const { journey, announce } = this.#options;
    await askForMoreTime(journey);
    if (this.#secondsLeft === null && journey.state.notice === null) {
      announce(translate(messages, "timeLimit.extended"));
    }
  }

  get #panel(): HTMLElement | null {
    return this.#options.root.querySelector<HTMLElement>(".educonnect-time-limit");
  }

  /** The warning goes; whoever pressed its button goes on where they were. */
  #giveFocusBack(): void {
    const heading = this.#options.root.querySelector<HTMLElement>(".educonnect-heading");
    (this.#place?.isConnected ? this.#place : heading)?.focus();
  }
}
