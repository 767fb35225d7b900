import type { Problem, StatusResponse, FlowView } from "@educonnect-activation/core";
import type { ActivationClient } from "../src/client/activation-client.ts";
import { ClientError } from "../src/client/client-error.ts";
import { Journey } from "../src/wizard/journey.ts";

/** The methods that a test's server offers. */
export const methods = ["letter", "sms", "franceConnect"] as const;

/** A browser in which nothing is under way. */
export const nothing: StatusResponse = { flow: null, session: null, methods };

/** A refusal by the server. */
export const problem = (code: Problem["code"], more: Partial<Problem> = {}): ClientError =>
  new ClientError(
    code,
    { type: "about:blank", title: code, status: 409, code, ...more },
    more.retryAfterSeconds ?? null,
  );

/** A journey whose server answers as a test says; any other call fails. */
export function createJourney(client: Partial<ActivationClient>) {
  const refuse = () => Promise.reject(new Error("This call was not expected."));
  const failures: string[] = [];
  const left: string[] = [];
  const journey = new Journey({
    client: {
      readStatus: () => Promise.resolve(nothing),
      signIn: refuse,
      extendSession: refuse,
      signOut: refuse,
      startFlow: refuse,
      startFranceConnect: refuse,
      sendEvent: refuse,
      readConfirmationLink: refuse,
      answerConfirmationLink: refuse,
      readServices: refuse,
      ...client,
    },
    onChange: () => undefined,
    onFailure: (error) => failures.push(error.code),
    onLeave: (url) => left.push(url),
  });
  return { journey, failures, left };
}

/** Answers each call with the next of a list; an error is thrown. */
export function answers<Request, Answer>(...list: (Answer | ClientError)[]) {
  const requests: Request[] = [];
  const call = (request: Request): Promise<Answer> => {
    requests.push(request);
    const answer = list.shift();
    if (answer === undefined) return Promise.reject(new Error("No answer is left."));
    return answer instanceof ClientError ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { call, requests };
}

/** A view of the e-mail step of the letter's method, changed as a test needs it. */
export function createView(change: Partial<FlowView> = {}): FlowView {
  return {
    purpose: "activation",
    revision: 1,
    method: "letter",
    audience: "guardian",
    condition: "awaiting",
    step: { name: "email", given: null },
    accepts: ["emailSubmitted", "abandonRequested"],
    back: "abandon",
    issues: [],
    lockedUntil: null,
    progress: { current: 1, total: 4 },
    expiresAt: 1_800_000_000,
    now: 1_799_000_000,
    contact: null,
    ...change,
  };
}
