import type { FlowView, StatusResponse } from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError } from "../client/client-error.ts";
import type { Journey } from "./journey.ts";
import type { JourneyChange, JourneyState } from "./journey-state.ts";
import { lostFlow, placeStatus, showView } from "./place-status.ts";
import { reactToFailure } from "./react-to-failure.ts";
import type { Timers } from "../client/timers.ts";
import { defaultInterval, watchStatus } from "../client/watch-status.ts";

/** Brings into a journey what happens elsewhere: on the confirmation link's page, in another tab, or as time passes. */
export class Elsewhere {
  readonly #journey: Journey;
  readonly #onStatus: (status: StatusResponse) => void;
  #answersAtRead = 0;

  /** @param onStatus called with each status that may be adopted, whether or not it changes anything. */
  constructor(journey: Journey, onStatus: (status: StatusResponse) => void = () => undefined) {
    this.#journey = journey;
    this.#onStatus = onStatus;
  }

  /** The client that a watcher reads the status with. */
  readonly watched: Pick<ActivationClient, "readStatus"> = {
    readStatus: async (call) => {
      const journey = this.#journey;
      this.#answersAtRead = journey.answers;
      try {
        return await journey.client.readStatus(call);
      } catch (error) {
        // This is the only failure shown to the person. It is shown once, since nothing is watched afterwards.
        const isMoved = error instanceof ClientError && error.code === "flow_moved";
        if (isMoved && this.#canAdopt) journey.turn(reactToFailure(error, journey.state));
        throw error;
      }
    },
  };

  /** Adopts a status that a watcher read, unless a request of this page is under way or was answered since. */
  adopt(status: StatusResponse): void {
    const { stage, methods } = this.#journey.state;
    if (!this.#canAdopt) return;
    this.#onStatus(status);
    if (status.methods.join() !== methods.join()) this.#journey.turn({ methods: status.methods });
    if (stage.name === "flow" && status.flow !== null && isSameView(stage.view, status.flow)) {
      // A lock ends without a new revision.
      if (status.flow.lockedUntil !== stage.view.lockedUntil) this.#journey.turn(showView(status.flow));
      return;
    }
    const isElsewhere = stage.name !== "services" || status.session === null;
    const isNews = stage.name !== "signIn" || status.flow !== null || status.session !== null;
    if (isElsewhere && isNews) this.#journey.turn(this.#place(status));
  }

  /** Reads the status once and ignores a failure. */
  async refresh(): Promise<void> {
    const { signal } = this.#journey;
    try {
      this.adopt(await this.watched.readStatus({ signal }));
    } catch (error) {
      if (!(error instanceof ClientError) && !signal.aborted) throw error;
    }
  }

  #place(status: StatusResponse): JourneyChange {
    const { state } = this.#journey;
    const { name } = state.stage;
    const change = placeStatus(state, status, "elsewhere");
    if (change.stage?.name === "signIn") {
      if (name === "flow") return { ...change, ...lostFlow(state) };
      if (name === "services") {
        const issues = [{ code: "session_missing" }] as const;
        return { ...change, stage: { name, session: null, page: null }, issues };
      }
    }
    // In another tab the person may have given another address than the one typed here.
    return { ...change, comparesMethods: false, typedEmail: null, typedIdentity: null };
  }

  get #canAdopt(): boolean {
    const { state, answers, signal } = this.#journey;
    return !state.isBusy && this.#answersAtRead === answers && !signal.aborted;
  }
}

/** Tells whether two views show the same. Equal revisions do not suffice, because another tab may have begun another flow. */
function isSameView(one: FlowView, other: FlowView): boolean {
  return one.revision === other.revision && one.method === other.method && one.step.name === other.step.name;
}

/** Tells when to ask the server for news: all the time while a confirmation link is awaited, else when the person returns to the page. */
function watchModeOf({ stage }: JourneyState): "always" | "onReturn" | "never" {
  if (stage.name === "services") return "onReturn";
  if (stage.name !== "flow") return "never";
  return stage.view.step.name === "emailSent" ? "always" : "onReturn";
}

const longestTimerMilliseconds = 2 ** 31 - 1;

/** Watches the server for a journey and asks it again when a lock ends. */
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

  /** Starts or stops watching as the given state requires. */
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
