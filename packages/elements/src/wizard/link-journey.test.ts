import type {
  ConfirmationLinkAnswerRequest,
  ConfirmationLinkAnswerResponse,
  ConfirmationLinkResponse,
} from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { ClientError } from "../client/client-error.ts";
import { LinkJourney } from "./link-journey.ts";

const link: ConfirmationLinkResponse = {
  audience: "guardian",
  identifier: "z.marchand",
  maskedEmail: "z••@exemple.fr",
};
const confirmed: ConfirmationLinkAnswerResponse = { outcome: "confirmed", ownFlow: true };

function createLinkJourney(
  token: string,
  reads: (ConfirmationLinkResponse | ClientError)[],
  answers: (ConfirmationLinkAnswerResponse | ClientError)[],
) {
  const asked: ConfirmationLinkAnswerRequest[] = [];
  const settle = <Answer>(answer: Answer | ClientError | undefined): Promise<Answer> => {
    if (answer === undefined) return Promise.reject(new Error("No answer is left."));
    return answer instanceof ClientError ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const journey = new LinkJourney({
    token,
    client: {
      readConfirmationLink: () => settle(reads.shift()),
      answerConfirmationLink: (request) => {
        asked.push(request);
        return settle(answers.shift());
      },
    },
    onChange: () => undefined,
    onFailure: () => undefined,
  });
  return { journey, asked };
}

describe("a confirmation link", () => {
  it("is read without being answered", async () => {
    const { journey, asked } = createLinkJourney("abc", [link], []);
    await journey.start();
    expect(journey.state).toMatchObject({ link, answered: null, failure: null, isBusy: false });
    expect(asked).toEqual([]);
  });

  it("is answered once, on a double click too", async () => {
    const { journey, asked } = createLinkJourney("abc", [link], [confirmed]);
    await journey.start();
    await Promise.all([journey.answer("confirm"), journey.answer("confirm")]);
    await journey.answer("disown");
    expect(asked).toEqual([{ token: "abc", answer: "confirm" }]);
    expect(journey.state.answered).toEqual(confirmed);
  });

  it("without a token is unknown, and nothing is asked", async () => {
    const { journey } = createLinkJourney("", [], []);
    await journey.start();
    expect(journey.state).toMatchObject({ failure: { code: "confirmation_link_unknown" }, canRetry: false });
  });

  it.each([
    "confirmation_link_unknown",
    "confirmation_link_expired",
    "confirmation_link_used",
    "confirmation_link_replaced",
  ] as const)("says that it is %s", async (code) => {
    const { journey } = createLinkJourney("abc", [new ClientError(code)], []);
    await journey.start();
    expect(journey.state).toMatchObject({ failure: { code }, canRetry: false });
  });

  it("is answered again as it was when the network failed", async () => {
    const { journey, asked } = createLinkJourney("abc", [link], [new ClientError("network"), confirmed]);
    await journey.start();
    await journey.answer("confirm");
    expect(journey.state).toMatchObject({
      failure: { code: "network_failed" },
      canRetry: true,
      answered: null,
    });
    await journey.retry();
    expect(asked).toHaveLength(2);
    expect(asked[1]).toEqual(asked[0]);
    expect(journey.state).toMatchObject({ failure: null, answered: confirmed });
  });
});
