import type {
  Issue,
  ConfirmationLinkAnswerResponse,
  ConfirmationLinkResponse,
} from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError, isRetriable } from "../client/client-error.ts";
import { issueOfFailure } from "./react-to-failure.ts";

/** What is known of a confirmation link, and what was answered. */
export interface LinkState {
  readonly isBusy: boolean;
  /** The account it is about; null until read. */
  readonly link: ConfirmationLinkResponse | null;
  readonly answered: ConfirmationLinkAnswerResponse | null;
  /** Why nothing can be done with it. */
  readonly failure: Issue | null;
  /** Whether the same may succeed if tried again. */
  readonly canRetry: boolean;
}

/** How to build a link's journey. */
export interface LinkJourneyOptions {
  readonly client: Pick<ActivationClient, "readConfirmationLink" | "answerConfirmationLink">;
  /** What the address's fragment held; an empty one is an unknown link. */
  readonly token: string;
  readonly onChange: (state: LinkState) => void;
  readonly onFailure: (error: ClientError) => void;
}

/**
 * Reads what a confirmation link is about and posts the answer, one request at a time.
 *
 * The token stays in memory. Methods never reject with a `ClientError`.
 */
export class LinkJourney {
  readonly #options: LinkJourneyOptions;
  readonly #controller = new AbortController();
  #state: LinkState = { isBusy: false, link: null, answered: null, failure: null, canRetry: false };
  #again: (() => Promise<void>) | null = null;

  constructor(options: LinkJourneyOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Reads what the link is about; changes nothing on the server. */
  async start(): Promise<void> {
    const { token, client } = this.#options;
    if (token === "") return this.#update({ failure: { code: "confirmation_link_unknown" } });
    await this.#run(async (call) => ({ link: await client.readConfirmationLink({ token }, call) }));
  }

  /** Posts « Confirmer » or « Ce n'est pas moi ». */
  async answer(answer: "confirm" | "disown"): Promise<void> {
    const { token, client } = this.#options;
    if (this.#state.answered !== null) return;
    await this.#run(async (call) => ({
      answered: await client.answerConfirmationLink({ token, answer }, call),
    }));
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    await this.#again?.();
  }

  /** Ends every request; nothing changes afterwards. */
  stop(): void {
    this.#controller.abort();
    this.#again = null;
  }

  async #run(step: (call: { readonly signal: AbortSignal }) => Promise<Partial<LinkState>>): Promise<void> {
    const { signal } = this.#controller;
    if (this.#state.isBusy || signal.aborted) return;
    this.#again = () => this.#run(step);
    this.#update({ isBusy: true });
    let change: Partial<LinkState> = {};
    try {
      change = { ...(await step({ signal })), failure: null, canRetry: false };
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ClientError)) throw error;
      change = { failure: issueOfFailure(error), canRetry: isRetriable(error) };
      this.#options.onFailure(error);
    } finally {
      this.#update({ ...change, isBusy: false });
    }
  }

  #update(change: Partial<LinkState>): void {
    if (this.#controller.signal.aborted) return;
    this.#state = { ...this.#state, ...change };
    this.#options.onChange(this.#state);
  }
}
