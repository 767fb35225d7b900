import type { Command, FlowView, StatusResponse } from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError } from "../client/client-error.ts";
import { initialJourneyState, type JourneyChange, type JourneyState } from "./journey-state.ts";
import { reactToFailure } from "./react-to-failure.ts";

/** How to build a journey. */
export interface JourneyOptions {
  readonly client: ActivationClient;
  /** Called after each change. */
  readonly onChange: (state: JourneyState, before: JourneyState) => void;
  /** Called with each call that failed, its automatic retries spent. */
  readonly onFailure: (error: ClientError) => void;
}

/**
 * What the wizard knows and does, apart from how it looks: one request at a time, its answer, and what happens elsewhere meanwhile.
 *
 * Methods that ask the server resolve once it answered and never reject with a `ClientError`; called while a request is under way they do
 * nothing, so a double click is one request.
 */
export class Journey {
  readonly #options: JourneyOptions;
  readonly #controller = new AbortController();
  #state: JourneyState = initialJourneyState;
  /** Sends the request that failed once more; forgotten, with what it carries, as soon as it is answered. */
  #again: (() => Promise<void>) | null = null;
  #replace: (() => Promise<void>) | null = null;
  #answers = 0;
  #answersAtRead = 0;

  constructor(options: JourneyOptions) {
    this.#options = options;
  }

  get state(): JourneyState {
    return this.#state;
  }

  /** Finds out where the person is. */
  start(): Promise<void> {
    return this.#run(async (client, call) => this.#place(await client.readStatus(call), "start"));
  }

  /** Sends what a screen asks for: to the sign-in, or to the flow. */
  send(command: Command): Promise<void> {
    const { stage } = this.#state;
    if (stage.name === "flow") return this.#sendEvent(command, stage.view.revision);
    return command.type === "credentialsSubmitted"
      ? this.#signIn(command.identifier, command.password, false)
      : Promise.resolve();
  }

  /** Gives up the activation under way in this browser for the one just asked for. */
  async replace(): Promise<void> {
    await this.#replace?.();
  }

  /** Keeps the activation under way, and shows it. */
  async keep(): Promise<void> {
    this.#replace = null;
    if (this.#state.asksToReplace) await this.start();
  }

  /** Sends the request that failed again, as it was; without one, finds out where the person is. */
  retry(): Promise<void> {
    return this.#again ? this.#again() : this.start();
  }

  signOut(): Promise<void> {
    return this.#run(async (client, call) => this.#place(await client.signOut(call), "here"));
  }

  /** Reads the page of services of the person signed in. */
  readServices(): Promise<void> {
    return this.#run(async (client, call) => {
      const page = await client.readServices(call);
      return { stage: { name: "services", session: page.session, page } };
    });
  }

  /** Goes to the sign-in from a screen whose flow is over. */
  showSignIn(): void {
    if (this.#state.isBusy) return;
    this.#again = null;
    this.#update({ stage: { name: "signIn" }, origin: "here", issues: [], notice: null, typedEmail: null });
  }

  /** What a watcher reads the status with. */
  readonly watched: Pick<ActivationClient, "readStatus"> = {
    readStatus: async (call) => {
      this.#answersAtRead = this.#answers;
      try {
        return await this.#options.client.readStatus(call);
      } catch (error) {
        // The one failure that is news: it is told once, and then nothing is left to watch.
        const isMoved = error instanceof ClientError && error.code === "flow_moved";
        if (isMoved && this.#canAdopt) this.#update(reactToFailure(error, this.#state));
        throw error;
      }
    },
  };

  /** Takes over what a watcher read, unless a request of this page is under way or was answered since. */
  adopt(status: StatusResponse): void {
    const { stage } = this.#state;
    if (!this.#canAdopt) return;
    if (stage.name === "flow" && status.flow?.revision === stage.view.revision) {
      // A lock passes without a revision.
      if (status.flow.lockedUntil !== stage.view.lockedUntil) this.#update(this.#show(status.flow));
      return;
    }
    const isElsewhere = stage.name !== "services" || status.session === null;
    const isNews = stage.name !== "signIn" || status.flow !== null || status.session !== null;
    // Whoever went on at another tab may have given another address than the one typed here.
    if (isElsewhere && isNews) this.#update({ ...this.#place(status, "elsewhere"), typedEmail: null });
  }

  get #canAdopt(): boolean {
    return !this.#state.isBusy && this.#answersAtRead === this.#answers && !this.#controller.signal.aborted;
  }

  /** Reads the status once, quietly: a failure is no news. */
  async refresh(): Promise<void> {
    const { signal } = this.#controller;
    try {
      this.adopt(await this.watched.readStatus({ signal }));
    } catch (error) {
      if (!(error instanceof ClientError) && !signal.aborted) throw error;
    }
  }

  /** Ends every request; nothing changes afterwards. */
  stop(): void {
    this.#controller.abort();
    this.#again = null;
    this.#replace = null;
  }

  async #signIn(identifier: string, password: string, replace: boolean): Promise<void> {
    const request = replace ? { identifier, password, replace } : { identifier, password };
    await this.#run(async (client, call) => {
      const answer = await client.signIn(request, call);
      if (answer.outcome === "flow") return { ...this.#show(answer.flow), origin: "here" };
      return this.#place({ flow: null, session: answer.session }, "here");
    });
    this.#replace = this.#state.asksToReplace ? () => this.#signIn(identifier, password, true) : null;
  }

  #sendEvent(command: Command, revision: number): Promise<void> {
    return this.#run(async (client, call) => {
      const view = await client.sendEvent({ revision, event: command }, call);
      const typedEmail = command.type === "emailSubmitted" ? command.email : this.#state.typedEmail;
      return { typedEmail, ...this.#show(view), origin: "here" };
    });
  }

  #show(view: FlowView): JourneyChange {
    return view.condition === "finished"
      ? { stage: { name: "services", session: null, page: null }, issues: [], typedEmail: null }
      : { stage: { name: "flow", view }, issues: view.issues };
  }

  #place({ flow, session }: Omit<StatusResponse, "routes">, origin: JourneyState["origin"]): JourneyChange {
    if (flow !== null && flow.condition !== "finished") return { ...this.#show(flow), origin };
    if (session !== null) return { stage: { name: "services", session, page: null }, origin, issues: [] };
    const before = this.#state.stage.name;
    if (origin === "elsewhere" && before === "services") {
      const issues = [{ code: "session_missing" }];
      return { stage: { name: "services", session: null, page: null }, origin, issues };
    }
    const isLost = origin === "elsewhere" && before === "flow";
    return {
      stage: { name: "signIn" },
      origin,
      issues: [],
      notice: isLost ? { issue: { code: "flow_missing" }, canRetry: false } : null,
      typedEmail: null,
    };
  }

  async #run(
    step: (client: ActivationClient, call: { readonly signal: AbortSignal }) => Promise<JourneyChange>,
  ): Promise<void> {
    const { signal } = this.#controller;
    if (this.#state.isBusy || signal.aborted) return;
    this.#again = () => this.#run(step);
    this.#update({ isBusy: true, notice: null, asksToReplace: false });
    let change: JourneyChange = {};
    try {
      change = await step(this.#options.client, { signal });
      this.#again = null;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ClientError)) throw error;
      change = reactToFailure(error, this.#state);
      if (!change.notice?.canRetry && change.stage?.name !== "unreachable") this.#again = null;
      this.#options.onFailure(error);
    } finally {
      this.#answers += 1;
      this.#update({ ...change, isBusy: false });
    }
  }

  #update(change: JourneyChange): void {
    if (this.#controller.signal.aborted) return;
    const before = this.#state;
    this.#state = { ...before, ...change };
    this.#options.onChange(this.#state, before);
  }
}
