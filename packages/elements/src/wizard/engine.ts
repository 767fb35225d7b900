import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError } from "../client/client-error.ts";

/** The options that every request is sent with. */
export interface RequestCall {
  readonly signal: AbortSignal;
}

/** The options of an `Engine`. */
export interface EngineOptions<State, Client = ActivationClient> {
  readonly client: Client;
  /** The initial state. */
  readonly from: State;
  /** The change made when a request starts. */
  readonly asking: Partial<State>;
  /** The change made when a request ends, in addition to what its answer or failure changes. */
  readonly asked: Partial<State>;
  /** Decides what a failed request changes, and whether the same request may be sent again. */
  readonly react: (
    error: ClientError,
    state: State,
  ) => { readonly change: Partial<State>; readonly canRetry: boolean };
  /** Called after each change. */
  readonly onChange: (state: State, before: State) => void;
  /** Called with each request that failed after its automatic retries. */
  readonly onFailure: (error: ClientError) => void;
}

/**
 * Holds the state of a page and sends one request at a time; a request that failed can be sent again.
 *
 * Methods that send a request resolve once it has ended and never reject with a `ClientError`. They do nothing while another request is
 * under way, so a double click sends one request. The state is kept in memory only.
 */
export class Engine<State extends { readonly isBusy: boolean }, Client = ActivationClient> {
  readonly #options: EngineOptions<State, Client>;
  readonly #controller = new AbortController();
  #state: State;
  /** Sends the failed request again. It is dropped, with the data it carries, as soon as the request is answered. */
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

  /** Aborted when the engine stops. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** How many requests have ended, answered or failed. */
  get answers(): number {
    return this.#answers;
  }

  /**
   * Sends a request and applies the change that its answer makes.
   *
   * @param again sends the request again after a failure; by default it runs the same step.
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

  /** Whether there is a failed request that can be sent again. */
  get canRetry(): boolean {
    return this.#again !== null;
  }

  /** Sends the failed request again, unchanged. Resolves at once if there is none. */
  async retry(): Promise<void> {
    await this.#again?.();
  }

  /** Drops the failed request, so that it can't be sent again. */
  forget(): void {
    this.#again = null;
  }

  /** Changes the state, whether or not a request is under way. */
  update(change: Partial<State>): void {
    if (this.signal.aborted) return;
    const before = this.#state;
    this.#state = { ...before, ...change };
    this.#options.onChange(this.#state, before);
  }

  /** Aborts the request under way. The state no longer changes afterwards. */
  stop(): void {
    this.#controller.abort();
    this.#again = null;
  }
}
