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
  /** What had the focus before the warning's button took it. */
  #cameFrom: HTMLElement | null = null;

  constructor(options: TimeKeeperOptions) {
    this.#options = options;
    const { timers, check } = options;
    this.#watch = new TimeWatch({ timers, check, onWarn: (secondsLeft) => this.#warn(secondsLeft) });
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

  stop(): void {
    this.#watch.stop();
  }

  /** The warning, while there is one to show. */
  render(messages: MessageOverrides, isBusy: boolean): unknown {
    if (this.#secondsLeft === null) return null;
    const { of, canExtend } = this.#watch;
    return timePanel(messages, { of, canExtend, secondsLeft: this.#secondsLeft }, isBusy, {
      onContinue: () => void this.#continue(messages),
      onFocus: ({ relatedTarget, currentTarget }) => {
        const isOutside = currentTarget instanceof Node && !currentTarget.contains(asNode(relatedTarget));
        if (isOutside) this.#cameFrom = relatedTarget instanceof HTMLElement ? relatedTarget : null;
      },
    });
  }

  #warn(secondsLeft: number | null): void {
    if (secondsLeft === this.#secondsLeft) return;
    const { root, redraw, announce } = this.#options;
    // What was said before must be news again the next time.
    if (this.#secondsLeft === null) announce("");
    if (secondsLeft !== null)
      adoptSheets(root instanceof ShadowRoot ? root : root.getRootNode(), [timePanelStyles]);
    else if (this.#panel?.matches(":focus-within")) this.#giveFocusBack();
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
    (this.#cameFrom?.isConnected ? this.#cameFrom : heading)?.focus();
    this.#cameFrom = null;
  }
}

const asNode = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null);
