import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError } from "../client/client-error.ts";

/** What a request is made with. */
export interface RequestCall {
  readonly signal: AbortSignal;
}

/** How to build an engine. */
export interface EngineOptions<State, Client = ActivationClient> {
  readonly client: Client;
  /** What is known to begin with. */
  readonly from: State;
  /** What each request changes while it is under way. */
  readonly asking: Partial<State>;
  /** What changes when it is answered, or has failed, besides what that tells. */
  readonly asked: Partial<State>;
  /** Decides what a failed request changes, and whether the same may be sent again. */
  readonly react: (
    error: ClientError,
    state: State,
  ) => { readonly change: Partial<State>; readonly canRetry: boolean };
  /** Called after each change. */
  readonly onChange: (state: State, before: State) => void;
  /** Called with each request that failed, its automatic retries spent. */
  readonly onFailure: (error: ClientError) => void;
}

/**
 * What a page that asks the server knows: one request at a time, its answer or its failure, and the same request again where that may help.
 *
 * Methods that ask the server resolve once it answered and never reject with a `ClientError`; called while a request is under way they do
 * nothing, so a double click is one request. What is known stays in memory.
 */
export class Engine<State extends { readonly isBusy: boolean }, Client = ActivationClient> {
  readonly #options: EngineOptions<State, Client>;
  readonly #controller = new AbortController();
  #state: State;
  /** Sends the request that failed once more; forgotten, with what it carries, as soon as it is answered. */
  #again: (() => Promise<void>) | null = null;
  #answers = 0;

  constructor(options: EngineOptions<State, Client>) {
    this.#options = options;
    this.#state = options.from;
  }

  get state(): State {
    return this.#state;
  }

  get client(): Client {
    return this.#options.client;
  }

  /** Aborted once it is over. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** How many requests were answered, or failed. */
  get answers(): number {
    return this.#answers;
  }

  /**
   * Sends a request and takes in what its answer changes.
   *
   * @param again sends it once more after a failure; by default the same step.
   */
  async run(
    step: (client: Client, call: RequestCall) => Promise<Partial<State>>,
    again = () => this.run(step),
  ): Promise<void> {
    const { client, asking, asked, react, onFailure } = this.#options;
    const { signal } = this;
    if (this.#state.isBusy || signal.aborted) return;
    this.#again = again;
    this.update(asking);
    let change: Partial<State> = {};
    try {
      change = await step(client, { signal });
      this.#again = null;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ClientError)) throw error;
      const reaction = react(error, this.#state);
      change = reaction.change;
      if (!reaction.canRetry) this.#again = null;
      onFailure(error);
    } finally {
      this.#answers += 1;
      this.update({ ...asked, ...change });
    }
  }

  /** Whether a request failed that can be sent again. */
  get canRetry(): boolean {
    return this.#again !== null;
  }

  /** Sends the request that failed again, as it was; resolves at once where there is none. */
  async retry(): Promise<void> {
    await this.#again?.();
  }

  /** Forgets the request that failed. */
  forget(): void {
    this.#again = null;
  }

  /** Changes what is known, whether or not a request is under way. */
  update(change: Partial<State>): void {
    if (this.signal.aborted) return;
    const before = this.#state;
    this.#state = { ...before, ...change };
    this.#options.onChange(this.#state, before);
  }

  /** Ends every request; nothing changes afterwards. */
  stop(): void {
    this.#controller.abort();
    this.#again = null;
  }
}
