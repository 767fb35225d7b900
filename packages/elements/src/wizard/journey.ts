import type { Command, FlowView, SignInCommand, StatusResponse } from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError } from "../client/client-error.ts";
import { Engine, type RequestCall } from "./engine.ts";
import { initialJourneyState, type JourneyChange, type JourneyState } from "./journey-state.ts";
import { placeStatus, resumeView, showView, withoutCookies } from "./place-status.ts";
import { reactToFailure } from "./react-to-failure.ts";

/** How to build a journey. */
export interface JourneyOptions {
  readonly client: ActivationClient;
  /** What is shown already; nothing by default. */
  readonly from?: JourneyState;
  /** Called after each change. */
  readonly onChange: (state: JourneyState, before: JourneyState) => void;
  /** Called with each call that failed, its automatic retries spent. */
  readonly onFailure: (error: ClientError) => void;
  /** Leaves the page for an address; until `comeBack` everything stays busy. */
  readonly onLeave: (url: string) => void;
}

/** One request and what its answer changes. */
export type Step = (client: ActivationClient, call: RequestCall) => Promise<JourneyChange>;

/** A step that is told whether another activation under way may be given up. */
export type Beginning = (
  client: ActivationClient,
  call: RequestCall,
  replace: { readonly replace?: true },
) => Promise<JourneyChange>;

/** Tells whether the browser says that it keeps no cookie here; where there is none, nothing is known. */
const isWithoutCookies = () => typeof document === "object" && !navigator.cookieEnabled;

/**
 * Tells whether the browser did not keep the cookie of what was begun: a window of its own says so beforehand, a frame of another site
 * shows it by the next request. Where that one fails nothing is known, and nothing is blamed.
 */
async function isForgotten(
  { stage }: JourneyChange,
  client: ActivationClient,
  call: RequestCall,
): Promise<boolean> {
  if (stage === undefined || globalThis.top === globalThis.self) return false;
  const status = await client.readStatus(call).catch(() => null);
  return status !== null && status.flow === null && status.session === null;
}

/** Says that an answer of FranceConnect came too late, to whoever has not gone on since: another tab may have begun anew. */
function tellLate(change: JourneyChange): JourneyChange {
  const { stage } = change;
  const issues = [{ code: "france_connect_late" }] as const;
  if (stage?.name === "signIn") return { ...change, stage: { name: "late" }, issues };
  const isWaiting = stage?.name === "flow" && stage.view.step.name === "franceConnect";
  return isWaiting && stage.view.issues.length === 0 ? { ...change, issues } : change;
}

/** What the wizard knows and does, apart from how it looks; what happens elsewhere meanwhile is told to it by `turn`. */
export class Journey extends Engine<JourneyState> {
  readonly #onLeave: (url: string) => void;
  #replace: (() => Promise<void>) | null = null;
  #isLeaving = false;

  constructor({ client, from = initialJourneyState, onChange, onFailure, onLeave }: JourneyOptions) {
    super({
      client,
      from,
      asking: { isBusy: true, notice: null, asksToReplace: false },
      asked: { isBusy: false },
      react: (error, state) => {
        const change = reactToFailure(error, state);
        return { change, canRetry: change.notice?.canRetry === true || change.stage?.name === "unreachable" };
      },
      onChange,
      onFailure,
    });
    this.#onLeave = onLeave;
  }

  /**
   * Finds out where the person is.
   *
   * @param arrival what FranceConnect's answer left in the page's address.
   * @param asked what the server was asked already; null in it asks again.
   */
  start(
    arrival: "back" | "late" | null = null,
    asked: Promise<StatusResponse | null> | null = null,
  ): Promise<void> {
    const again = () => this.start(arrival);
    return this.run(async (client, call) => {
      const status = (await asked) ?? (await client.readStatus(call));
      if (status.flow === null && status.session === null && isWithoutCookies()) return withoutCookies;
      const isEntering = arrival === "back" && status.flow === null;
      const change = placeStatus(this.state, status, isEntering ? "here" : "start");
      return arrival === "late" ? tellLate(change) : change;
    }, again);
  }

  /** Sends what a screen asks for: to the sign-in, or to the flow. */
  send(command: Command | SignInCommand): Promise<void> {
    const { stage } = this.state;
    if (command.type === "credentialsSubmitted") return this.#signIn(command.identifier, command.password);
    return stage.name === "flow" ? this.#sendEvent(command, stage.view) : Promise.resolve();
  }

  /** Gives up the activation under way in this browser for the one just asked for. */
  async replace(): Promise<void> {
    await this.#replace?.();
  }

  /** Keeps the activation under way, and shows it. */
  async keep(): Promise<void> {
    this.#replace = null;
    if (this.state.asksToReplace) await this.start();
  }

  /** Sends the request that failed again, as it was; without one, finds out where the person is. */
  override retry(): Promise<void> {
    return this.canRetry ? super.retry() : this.start();
  }

  /** Signs out, here and where the answer leads. */
  signOut(): Promise<void> {
    return this.run(async (client, call) => {
      const status = await client.signOut(call);
      const change = placeStatus(this.state, status, "here");
      return status.logoutUrl === null ? change : { ...change, ...this.goTo(status.logoutUrl) };
    });
  }

  /** The page was not left for good after all, or is shown again: finds out where the person is. False when it was not left. */
  comeBack(): boolean {
    if (!this.#isLeaving) return false;
    this.#isLeaving = false;
    this.update({ isBusy: false });
    void this.start();
    return true;
  }

  /** The browser shows the page again as it kept it, which may have been hours ago; flows and services are watched anyway. */
  restore(): void {
    const { name } = this.state.stage;
    if (!this.comeBack() && name !== "flow" && name !== "services") void this.start();
  }

  /** Leaves the page, from within a step. */
  goTo(url: string): JourneyChange {
    this.#isLeaving = true;
    this.#onLeave(url);
    return { isBusy: true };
  }

  /** Reads the page of services of the person signed in. */
  readServices(): Promise<void> {
    return this.run(async (client, call) => {
      const page = await client.readServices(call);
      return { stage: { name: "services", session: page.session, page } };
    });
  }

  /** Changes what is shown without asking the server. */
  turn(change: JourneyChange): void {
    if (this.state.isBusy) return;
    if (change.stage !== undefined) this.forget();
    this.update(change);
  }

  override stop(): void {
    super.stop();
    this.#replace = null;
  }

  #signIn(identifier: string, password: string): Promise<void> {
    return this.begin(async (client, call, replace) => {
      const answer = await client.signIn({ identifier, password, ...replace }, call);
      if (answer.outcome === "flow") return { ...resumeView(answer.flow), origin: "here" };
      return placeStatus(this.state, { flow: null, session: answer.session }, "here");
    });
  }

  /** Begins what another activation under way may stand in the way of; then the person is asked. */
  async begin(step: Beginning, replace: Parameters<Beginning>[2] = {}): Promise<void> {
    await this.run(
      async (client, call) => {
        // What is typed would be asked for again and again.
        if (isWithoutCookies()) return withoutCookies;
        const change = await step(client, call, replace);
        return (await isForgotten(change, client, call)) ? withoutCookies : change;
      },
      () => this.begin(step, replace),
    );
    this.#replace = this.state.asksToReplace ? () => this.begin(step, { replace: true }) : null;
  }

  #sendEvent(command: Command, { revision, ...shown }: FlowView): Promise<void> {
    const step = JSON.stringify(shown.step);
    return this.run(async (client, call) => {
      const send = (at: number) => client.sendEvent({ revision: at, event: command }, call);
      const view = await send(revision).catch((error: unknown) => {
        const now = error instanceof ClientError && error.code === "revision_stale" && error.problem?.flow;
        // Another tab was given more time: the question is still the one that was answered.
        if (!now || JSON.stringify(now.step) !== step) throw error;
        return send(now.revision);
      });
      const typedEmail = command.type === "emailSubmitted" ? command.email : this.state.typedEmail;
      return { typedEmail, ...showView(view), origin: "here" };
    });
  }
}
