import type {
  ConfirmationLinkAnswerResponse,
  ConfirmationLinkResponse,
  Issue,
} from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { isRetriable } from "../client/client-error.ts";
import { Engine, type EngineOptions } from "./engine.ts";
import { issueOfFailure } from "./react-to-failure.ts";

/** The state of a confirmation link's page. */
export interface LinkState {
  readonly isBusy: boolean;
  /** The account it is about; null until read. */
  readonly link: ConfirmationLinkResponse | null;
  readonly answered: ConfirmationLinkAnswerResponse | null;
  /** Why the link can't be read or answered. */
  readonly failure: Issue | null;
  /** Whether the failed request may succeed if it is sent again. */
  readonly canRetry: boolean;
}

type LinkClient = Pick<ActivationClient, "readConfirmationLink" | "answerConfirmationLink">;

/** The options of a `LinkJourney`. */
export interface LinkJourneyOptions extends Pick<
  EngineOptions<LinkState, LinkClient>,
  "client" | "onChange" | "onFailure"
> {
  /** The token from the address's fragment. An empty one counts as an unknown link. */
  readonly token: string;
}

/** Reads a confirmation link and sends the person's answer. */
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

  /** Reads the account and address of the link. Nothing changes on the server. */
  async start(): Promise<void> {
    const token = this.#token;
    if (token === "") return this.update({ failure: { code: "confirmation_link_unknown" } });
    await this.run(async (client, call) => ({ link: await client.readConfirmationLink({ token }, call) }));
  }

  /** Sends the answer « Confirmer » or « Ce n'est pas moi ». */
  async answer(answer: "confirm" | "disown"): Promise<void> {
    const token = this.#token;
    if (this.state.answered !== null) return;
    await this.run(async (client, call) => ({
      answered: await client.answerConfirmationLink({ token, answer }, call),
    }));
  }
}
