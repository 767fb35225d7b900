import type {
  ConfirmationLinkAnswerResponse,
  ConfirmationLinkResponse,
  Issue,
} from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { isRetriable } from "../client/client-error.ts";
import { Engine, type EngineOptions } from "./engine.ts";
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

type LinkClient = Pick<ActivationClient, "readConfirmationLink" | "answerConfirmationLink">;

/** How to build a link's journey. */
export interface LinkJourneyOptions extends Pick<
  EngineOptions<LinkState, LinkClient>,
  "client" | "onChange" | "onFailure"
> {
  /** What the address's fragment held; an empty one is an unknown link. */
  readonly token: string;
}

/** Reads what a confirmation link is about and posts the answer. */
export class LinkJourney extends Engine<LinkState, LinkClient> {
  readonly #token: string;

  constructor({ token, ...options }: LinkJourneyOptions) {
    super({
      ...options,
      from: { isBusy: false, link: null, answered: null, failure: null, canRetry: false },
      asking: { isBusy: true },
      asked: { isBusy: false, failure: null, canRetry: false },
      react: (error) => {
        const canRetry = isRetriable(error);
        return { change: { failure: issueOfFailure(error), canRetry }, canRetry };
      },
    });
    this.#token = token;
  }

  /** Reads what the link is about; changes nothing on the server. */
  async start(): Promise<void> {
    const token = this.#token;
    if (token === "") return this.update({ failure: { code: "confirmation_link_unknown" } });
    await this.run(async (client, call) => ({ link: await client.readConfirmationLink({ token }, call) }));
  }

  /** Posts « Confirmer » or « Ce n'est pas moi ». */
  async answer(answer: "confirm" | "disown"): Promise<void> {
    const token = this.#token;
    if (this.state.answered !== null) return;
    await this.run(async (client, call) => ({
      answered: await client.answerConfirmationLink({ token, answer }, call),
    }));
  }
}
