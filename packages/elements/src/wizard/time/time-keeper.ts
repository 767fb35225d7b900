import type { StatusResponse } from "@educonnect-activation/core";
import { html, nothing, type TemplateResult } from "lit";
import type { Timers } from "../../client/timers.ts";
import { translate, type MessageOverrides } from "../../i18n/translate.ts";
import { adoptSheets, css } from "../../theme/styling.ts";
import type { Journey } from "../journey.ts";
import type { JourneyState } from "../journey-state.ts";
import { askForMoreTime, limitNow, limitOf, type TimeLimit } from "./time-limit.ts";
import { TimeWatch } from "./time-watch.ts";
import { button } from "../../controls/button.ts";
import { describeDelay } from "../../i18n/wording.ts";

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

/** What the warning says. */
export interface TimeWarning extends Pick<TimeLimit, "of" | "canExtend"> {
  readonly secondsLeft: number;
}

/** In sight of whoever has scrolled on, except where the window is too low for it; what takes the focus keeps clear of it (WCAG 2.4.11). */
export const timePanelStyles = css`
  .educonnect-time-limit {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  .educonnect-time-limit > p {
    flex: 1 1 14rem;
  }
  .educonnect-stack:has(> .educonnect-time-limit) :is(a, button, input, summary, [tabindex]) {
    scroll-margin-block-start: min(14rem, 45vh);
  }
  @media (max-height: 30rem) {
    .educonnect-time-limit {
      position: static;
    }
  }
`;

/** Says that the time is nearly over, and gives more of it by one press. */
export function timePanel(
  messages: MessageOverrides,
  { of, canExtend, secondsLeft }: TimeWarning,
  isBusy: boolean,
  onContinue: () => void,
): TemplateResult {
  const delay = describeDelay(messages, secondsLeft);
  return html`<div class="educonnect-panel educonnect-warning educonnect-time-limit" role="alert">
    <p>${translate(messages, canExtend ? `timeLimit.${of}` : `timeLimit.${of}Last`, { delay })}</p>
    ${
      canExtend
        ? button({
            label: translate(messages, "timeLimit.continue"),
            disabled: isBusy,
            onClick: onContinue,
          })
        : nothing
    }
  </div>`;
}
