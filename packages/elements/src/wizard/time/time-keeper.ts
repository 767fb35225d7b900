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

/** The options of a `TimeKeeper`. */
export interface TimeKeeperOptions {
  readonly journey: Journey;
  readonly timers: Timers;
  /** Asks the server for the current status and adopts it. It never rejects. */
  readonly check: () => Promise<void>;
  /** The root that the wizard renders into. */
  readonly root: HTMLElement | DocumentFragment;
  /** Renders the wizard again. */
  readonly redraw: () => void;
  /** Announces a message in the live region, without moving the focus. */
  readonly announce: (text: string) => void;
}

/** Warns the person before the activation or the session ends, and asks for more time when they want it (WCAG 2.2.1). */
export class TimeKeeper {
  readonly #options: TimeKeeperOptions;
  readonly #watch: TimeWatch;
  #secondsLeft: number | null = null;
  /** The element that had the focus when the warning appeared, or the field last typed in since; the focus returns to it. */
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

  /** Follows the time limit of the given state. */
  follow({ stage }: JourneyState): void {
    this.#watch.follow(limitOf(stage));
  }

  /** Follows the time limit that a status tells. */
  hear(status: StatusResponse): void {
    const limit = limitNow(this.#options.journey.state.stage, status);
    if (limit !== null) this.#watch.follow(limit);
  }

  /** When the limit followed last ends, in milliseconds of this page's timers. */
  get deadline(): number {
    return this.#watch.deadline;
  }

  stop(): void {
    this.#stopListening.abort();
    this.#watch.stop();
  }

  /** Renders the warning; null while there is none. */
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
      // The live region is emptied so that the same message is announced again the next time.
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

  /** Moves the focus from the disappearing warning back to where the person was. */
  #giveFocusBack(): void {
    const heading = this.#options.root.querySelector<HTMLElement>(".educonnect-heading");
    (this.#place?.isConnected ? this.#place : heading)?.focus();
  }
}

/** The data that the warning shows. */
export interface TimeWarning extends Pick<TimeLimit, "of" | "canExtend"> {
  readonly secondsLeft: number;
}

/** Keeps the warning visible while the page scrolls, except in low windows, and keeps focused elements from being hidden by it (WCAG 2.4.11). */
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

/** Renders the warning that the time is nearly over, with a button that asks for more. */
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
