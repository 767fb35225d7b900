import type { Command, FlowView, SignInCommand, StatusResponse } from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError } from "../client/client-error.ts";
import { Engine, type RequestCall } from "./engine.ts";
import { initialJourneyState, type JourneyChange, type JourneyState } from "./journey-state.ts";
import { placeStatus, resumeView, showView, withoutCookies } from "./place-status.ts";
import { reactToFailure } from "./react-to-failure.ts";

/** The options of a `Journey`. */
export interface JourneyOptions {
  readonly client: ActivationClient;
  /** The initial state; by default nothing is known yet. */
  readonly from?: JourneyState;
  /** Called after each change. */
  readonly onChange: (state: JourneyState, before: JourneyState) => void;
  /** Called with each request that failed after its automatic retries. */
  readonly onFailure: (error: ClientError) => void;
  /** Leaves the page for an address. The journey stays busy until `comeBack` is called. */
  readonly onLeave: (url: string) => void;
}

/** Sends one request and returns what its answer changes. */
export type Step = (client: ActivationClient, call: RequestCall) => Promise<JourneyChange>;

/** A step that may replace another activation under way if `replace` says so. */
export type Beginning = (
  client: ActivationClient,
  call: RequestCall,
  replace: { readonly replace?: true },
) => Promise<JourneyChange>;

/** Tells whether the browser reports that it keeps no cookies. False outside a browser. */
const isWithoutCookies = () => typeof document === "object" && !navigator.cookieEnabled;

/**
 * Tells whether the browser dropped the cookie of the flow or session just opened. Only a frame needs this check, since a top-level
 * window reports blocked cookies beforehand. If the request that checks it fails, the answer is false.
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

/** Tells the person that FranceConnect's answer came too late, unless they have already gone on, for example in another tab. */
function tellLate(change: JourneyChange): JourneyChange {
  const { stage } = change;
  const issues = [{ code: "france_connect_late" }] as const;
  if (stage?.name === "signIn") return { ...change, stage: { name: "late" }, issues };
  const isWaiting = stage?.name === "flow" && stage.view.step.name === "franceConnect";
  return isWaiting && stage.view.issues.length === 0 ? { ...change, issues } : change;
}

/** The state of the wizard and everything it does, without its rendering. `turn` brings in what happens elsewhere meanwhile. */
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
   * @param arrival the outcome that FranceConnect's answer left in the page's address.
   * @param asked a status already requested from the server; if it resolves to null, the server is asked again.
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

  /** Sends a screen's command to the sign-in or to the flow. */
  send(command: Command | SignInCommand): Promise<void> {
    const { stage } = this.state;
    if (command.type === "credentialsSubmitted") return this.#signIn(command.identifier, command.password);
    return stage.name === "flow" ? this.#sendEvent(command, stage.view) : Promise.resolve();
  }

  /** Replaces the activation under way in this browser by the one just requested. */
  async replace(): Promise<void> {
    await this.#replace?.();
  }

  /** Keeps the activation under way and shows it. */
  async keep(): Promise<void> {
    this.#replace = null;
    if (this.state.asksToReplace) await this.start();
  }

  /** Sends the failed request again, unchanged. If there is none, finds out where the person is. */
  override retry(): Promise<void> {
    return this.canRetry ? super.retry() : this.start();
  }

  /** Signs out and, if the answer names a logout page, leaves for it. */
  signOut(): Promise<void> {
    return this.run(async (client, call) => {
      const status = await client.signOut(call);
      const change = placeStatus(this.state, status, "here");
      return status.logoutUrl === null ? change : { ...change, ...this.goTo(status.logoutUrl) };
    });
  }

  /** Finds out where the person is after they left the page and came back. Returns false if the page was not being left. */
  comeBack(): boolean {
    if (!this.#isLeaving) return false;
    this.#isLeaving = false;
    this.update({ isBusy: false });
    void this.start();
    return true;
  }

  /** Updates a page that the browser restored from its cache, perhaps hours later. Flows and services are watched anyway. */
  restore(): void {
    const { name } = this.state.stage;
    if (!this.comeBack() && name !== "flow" && name !== "services") void this.start();
  }

  /** Leaves the page for an address. To be called from within a step, whose change it returns. */
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

  /** Starts an activation or a sign-in. If another activation is under way, the person is asked whether to replace it. */
  async begin(step: Beginning, replace: Parameters<Beginning>[2] = {}): Promise<void> {
    await this.run(
      async (client, call) => {
        // Without cookies the person would be asked to sign in again and again.
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
        // The revision also changes when another tab obtains more time; the step that was answered is then the same.
        if (!now || JSON.stringify(now.step) !== step) throw error;
        return send(now.revision);
      });
      const typedEmail = command.type === "emailSubmitted" ? command.email : this.state.typedEmail;
      return { typedEmail, ...showView(view), origin: "here" };
    });
  }
}
