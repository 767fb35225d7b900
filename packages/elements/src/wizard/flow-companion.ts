import type { Timers } from "../client/timers.ts";
import type { MessageOverrides } from "../i18n/translate.ts";
import { guardDoublePresses } from "./double-press.ts";
import { Elsewhere, JourneyWatch } from "./elsewhere.ts";
import type { Journey } from "./journey.ts";
import type { JourneyState, TypedIdentity } from "./journey-state.ts";
import { TimeKeeper, type TimeKeeperOptions } from "./time/time-keeper.ts";
import { WizardHistory } from "./history/wizard-history.ts";
import { textOf } from "../controls/text-field.ts";

/** How long the notice can be read before what was typed is dropped. */
const keptMilliseconds = 5 * 60_000;

/** The options of a `FlowCompanion`. */
export interface FlowCompanionOptions extends Pick<TimeKeeperOptions, "root" | "redraw" | "announce"> {
  readonly journey: Journey;
  readonly timers: Timers;
  /** Tells the screen shown now from others. */
  readonly readScreen: () => unknown;
  /** Marks the wizard's entries in the browser's history; null leaves the history alone. */
  readonly owner: string | null;
  /** The browser's back button would give the flow up: the person is to be asked, or, once it went forward again, no longer. */
  readonly onLeave: (asks: boolean) => void;
}

/** Ties a journey to the server's news, to the time it has and to the browser's history, from the first screen after the sign-in on. */
export class FlowCompanion {
  readonly #journey: Journey;
  readonly #root: ParentNode;
  readonly #watch: JourneyWatch;
  readonly #time: TimeKeeper;
  readonly #history: WizardHistory | null;
  readonly #endGuard: () => void;
  readonly #timers: Timers;
  /** Ends the wait after which what was typed is dropped; null while there is none. */
  #keepTyped: (() => void) | null = null;

  constructor({ journey, timers, readScreen, owner, onLeave, ...drawing }: FlowCompanionOptions) {
    this.#journey = journey;
    this.#timers = timers;
    this.#root = drawing.root;
    const elsewhere = new Elsewhere(journey, (status) => this.#time.hear(status));
    this.#watch = new JourneyWatch(elsewhere, timers);
    this.#time = new TimeKeeper({ ...drawing, journey, timers, check: () => elsewhere.refresh() });
    this.#history = owner === null ? null : new WizardHistory({ owner, journey, onLeave });
    this.#history?.connect();
    this.#endGuard = guardDoublePresses(readScreen);
    this.follow(journey.state);
  }

  /** Starts or stops watching as the given state requires. */
  follow(state: JourneyState): void {
    const { notice, stage, typedIdentity, isBusy } = state;
    // The time ran out while the form is still shown: someone who begins again finds in it what they typed.
    const isLost = notice?.issue.code === "flow_restart" && typedIdentity === null && !isBusy;
    const kept = isLost ? readTypedIdentity(this.#root) : null;
    if (kept !== null) return this.#journey.turn({ typedIdentity: kept });
    this.#watch.follow(state);
    this.#time.follow(state);
    if (stage.name !== "signIn" || typedIdentity === null || isBusy) {
      this.#keepTyped?.();
      this.#keepTyped = null;
    } else this.#keepTyped ??= this.#dropTypedLater();
  }

  /** Drops what was typed, because someone who comes to an unattended screen later may be somebody else. A page that slept may run this late. */
  #dropTypedLater(): () => void {
    const sinceEnd = Math.max(0, this.#timers.now() - this.#time.deadline);
    return this.#timers.schedule(
      () => this.#journey.turn({ typedIdentity: null }),
      keptMilliseconds - sinceEnd,
    );
  }

  /** Renders the warning that the time is nearly over; null while there is none. */
  renderTime(messages: MessageOverrides, isBusy: boolean): unknown {
    return this.#time.render(messages, isBusy);
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
    this.#keepTyped?.();
    this.#watch.stop();
    this.#time.stop();
    this.#history?.disconnect();
    this.#endGuard();
  }
}

/** Reads what stands in the form of « Je confirme mon identité », sent or not; null where that is not shown or is empty. */
export function readTypedIdentity(root: ParentNode): TypedIdentity | null {
  const form = root.querySelector("educonnect-identity form");
  if (!(form instanceof HTMLFormElement)) return null;
  const data = new FormData(form);
  const [givenName, familyName, phone] = ["givenName", "familyName", "phone"].map((name) =>
    textOf(data, name),
  );
  if (!givenName && !familyName && !phone) return null;
  return { givenName: givenName ?? "", familyName: familyName ?? "", phone: phone ?? "" };
}
