import {
  endpoints,
  isIdentityProven,
  type SignInRequest,
  type SignInResponse,
} from "@educonnect-activation/core";
import { z } from "zod";
import { credentialOf, verifyPassword, type VerifiedAccount } from "../accounts/verify-password.ts";
import type { Environment } from "../environment.ts";
import { enterFlow } from "../flows/enter-flow.ts";
import { findOpenFlow } from "../flows/flow.ts";
import type { PlainResponse, SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { changesToEndSession } from "../sessions/session.ts";
import { enterSession } from "../sessions/enter-session.ts";
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

const busy = () => new ProblemError("server_busy", { retryAfterSeconds: 1 });

/** The account as it is now, while the password that was compared still is its own. */
async function readAgain(environment: Environment, verified: VerifiedAccount): Promise<VerifiedAccount> {
  const account = await environment.accounts.find(verified.account.id);
  if (account === null || credentialOf(account).hash !== verified.hash) throw busy();
  return { ...verified, account };
}

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
    const { status, provisionalExpiresAt, personId } = verified.account;
    if (status === "pending" && (provisionalExpiresAt ?? Infinity) <= clock.now()) {
      throw new ProblemError("provisional_password_expired");
    }
    const current = await findOpenFlow(context, request.cookies.get(cookies.flow));
    const isProven = current !== null && isIdentityProven(current.state);
    const isAnothers = current !== null && !(isProven && current.state.subject === personId);
    // Where nobody has proved anything yet, there is nothing to lose.
    const isUnderWay = isProven && isAnothers && current.state.condition === "awaiting";
    if (isUnderWay && replace !== true) {
      throw new ProblemError("flow_in_progress");
    }
    const ended = await changesToEndSession(context, request.cookies.get(cookies.session));
    verified = { ...verified, changes: [...verified.changes, ...ended] };
    for (let tries = 0; tries < mostTries; tries += 1) {
      const isActive = verified.account.status === "active";
      const response = isActive
        ? await enterSession(context, verified)
        : await enterFlow(context, verified, current);
      if (response !== null)
        return leaveBehind(response, isActive ? (isAnothers ? cookies.flow : null) : cookies.session);
      verified = await readAgain(context, verified);
    }
    throw busy();
  },
});

/** Takes the cookie of what was under way before out of the browser. */
function leaveBehind(response: PlainResponse, name: string | null): PlainResponse {
  if (name === null) return response;
  const removed: SetCookie = { name, value: null, maxAgeSeconds: 0 };
  return { ...response, cookies: [...(response.cookies ?? []), removed] };
}
