import {
  endpoints,
  isIdentityProven,
  type SignInRequest,
  type SignInResponse,
} from "@educonnect-activation/core";
import { z } from "zod";
import { signInToActivation, type SigningInBrowser } from "../activation/sign-in-to-activation.ts";
import { readAgain, verifyPassword, type VerifiedAccount } from "../authentication/password.ts";
import type { Environment } from "../environment.ts";
import { flowParts } from "../flow-parts.ts";
import { findOpenFlow } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import type { PlainResponse } from "../http/message.ts";
import { originOf } from "../http/origin.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { refuseBusy } from "../refusal.ts";
import { changesToEndSession, signInToAccount } from "../sessions/session.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";
import { shortText, typedPassword } from "./schemas/command.ts";
import { flowView } from "./schemas/flow-view.ts";
import { named } from "./schemas/named.ts";
import { sessionView } from "./schemas/session-view.ts";

const signInRequest = named(
  "SignInRequest",
  z.strictObject({
    identifier: shortText,
    password: typedPassword,
    replace: z
      .boolean()
      .exactOptional()
      .describe("True once the person agreed to give up another's activation (`flow_in_progress`)"),
  }),
) satisfies z.ZodType<SignInRequest>;

const signInResponse = named(
  "SignInResponse",
  z.discriminatedUnion("outcome", [
    z.object({ outcome: z.literal("flow"), flow: flowView }).describe("The account is to be activated"),
    z.object({ outcome: z.literal("session"), session: sessionView }).describe("The account is active"),
  ]),
) satisfies z.ZodType<SignInResponse>;

/** How often signing in starts over when others change the account or its flow at the same moment. */
const mostTries = 5;

/**
 * Signs in with an identifier and a password, to an activation or to an active account.
 *
 * Works again on another device: the flow moves there, and the browser it leaves gets `flow_moved`. Another person's flow in this
 * browser is only left behind when `replace` says so; another person's session ends (ASVS 7.2.4).
 */
export const signIn = defineEndpoint({
  ...endpoints.signIn,
  caller: "ownPages",
  body: json(signInRequest),
  requires: nothing,
  response: signInResponse,
  problems: [
    "credentials_refused",
    "provisional_password_expired",
    "flow_missing",
    "flow_in_progress",
    "credentials_locked",
    "address_refused",
    "server_busy",
  ],
  summary: "Sign in with a letter's or a chosen password",
  description:
    "An account still to be activated leads to its flow: a new one, or the one under way, which moves here and leaves the browser it was in (that one gets `flow_moved`). An active account leads to a session. An unknown identifier takes as long and gets the same `credentials_refused` as a wrong password. Another person's flow awaiting an answer in this browser is `flow_in_progress` until `replace` is true; another person's session ends.",
  cookies: ["flow", "session"],
  setCookie:
    "A fresh flow cookie and the session's taken away, or a fresh session cookie and another person's flow's taken away",
  async handle(context, { request, body: { identifier, password, replace } }) {
    let verified = await verifyPassword(context, identifier, password, request.clientAddress);
    const { cookies, clock } = context;
    const { personId } = verified.account;
    if ((verified.use.credential.expiresAt ?? Infinity) <= clock.now()) {
      throw new ProblemError("provisional_password_expired");
    }
    const current = await findOpenFlow(context, request.cookies.get(cookies.flow));
    const isProven = current !== null && isIdentityProven(current.state);
    const isAnothers = current !== null && !(isProven && current.state.subject === personId);
    // Where nobody has proved anything yet, there is nothing to lose.
    const isUnderWay = isProven && isAnothers && current.state.condition === "awaiting";
    if (isUnderWay && replace !== true) throw new ProblemError("flow_in_progress");
    const changes = await changesToEndSession(context, request.cookies.get(cookies.session));
    const browser: SigningInBrowser = { origin: originOf(request), current, changes };
    for (let tries = 0; tries < mostTries; tries += 1) {
      const response =
        verified.account.status === "active"
          ? await openSessionFor(context, verified, browser, isAnothers)
          : await openFlowFor(context, verified, browser);
      if (response !== null) return response;
      verified = await readAgain(context, verified);
    }
    throw refuseBusy();
  },
});

/** Answers with a session; null when others changed the account at the same moment. */
async function openSessionFor(
  environment: Environment,
  { account, proof, use, changes }: VerifiedAccount,
  browser: SigningInBrowser,
  leavesFlow: boolean,
): Promise<PlainResponse | null> {
  const signedIn = await signInToAccount(environment, {
    account,
    proof,
    use,
    device: browser.origin.device,
    idToken: null,
    changes: [...changes, ...browser.changes],
  });
  if (signedIn.outcome === "refused") throw new ProblemError("credentials_refused");
  if (signedIn.outcome === "superseded") return null;
  const body: SignInResponse = { outcome: "session", session: signedIn.view };
  const left = leavesFlow ? [flowCookie(environment, null)] : [];
  return { status: 200, body, cookies: [sessionCookie(environment, signedIn), ...left] };
}

/** Answers with a flow; null when others changed the account or its flow at the same moment. */
async function openFlowFor(
  environment: Environment,
  verified: VerifiedAccount,
  browser: SigningInBrowser,
): Promise<PlainResponse | null> {
  const advanced = await signInToActivation(environment, flowParts, verified, browser);
  if (advanced.outcome !== "advanced") return null;
  const { flow, flowToken = null } = advanced;
  const body: SignInResponse = { outcome: "flow", flow: await showFlow(environment, flow) };
  return {
    status: 200,
    body,
    cookies: [flowCookie(environment, flowToken), sessionCookie(environment, null)],
  };
}
