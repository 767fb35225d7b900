import { verifyPassword, type VerifiedAccount } from "../accounts/verify-password.ts";
import type { Environment } from "../environment.ts";
import { isIdentityProven } from "@educonnect-activation/core";
import { enterFlow } from "../flows/enter-flow.ts";
import { currentPassword } from "../ports/accounts.ts";
import { findOpenFlow } from "../flows/flow.ts";
import type { PlainRequest, PlainResponse, SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { changesToEndSession } from "../sessions/session.ts";
import { enterSession } from "../sessions/enter-session.ts";
import { signInRequest } from "./schemas.ts";

/** How often signing in starts over when others change the account or its flow at the same moment. */
const mostTries = 5;

const busy = () => new ProblemError("server_busy", { retryAfterSeconds: 1 });

/** The account as it is now, while the password that was compared still is its own. */
async function readAgain(environment: Environment, verified: VerifiedAccount): Promise<VerifiedAccount> {
  const account = await environment.accounts.find(verified.account.id);
  const credential = currentPassword(await environment.accounts.findCredentials(verified.account.id));
  if (account === null || credential?.secret !== verified.use.credential.secret) throw busy();
  return { ...verified, account };
}

/**
 * Signs in with an identifier and a password, to an activation or to an active account.
 *
 * Works again on another device: the flow moves there, and the browser it leaves gets `flow_moved`. Another person's flow in this
 * browser is only left behind when `replace` says so; another person's session ends (ASVS 7.2.4).
 */
export async function signIn(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  const { identifier, password, replace } = readBody(request, signInRequest);
  let verified = await verifyPassword(environment, identifier, password, request.clientAddress);
  const { cookies, clock } = environment;
  const { personId } = verified.account;
  if ((verified.use.credential.expiresAt ?? Infinity) <= clock.now()) {
    throw new ProblemError("provisional_password_expired");
  }
  const current = await findOpenFlow(environment, request.cookies.get(cookies.flow));
  const isProven = current !== null && isIdentityProven(current.state);
  const isAnothers = current !== null && !(isProven && current.state.subject === personId);
  // Where nobody has proved anything yet, there is nothing to lose.
  const isUnderWay = isProven && isAnothers && current.state.condition === "awaiting";
  if (isUnderWay && replace !== true) {
    throw new ProblemError("flow_in_progress");
  }
  const ended = await changesToEndSession(environment, request.cookies.get(cookies.session));
  verified = { ...verified, changes: [...verified.changes, ...ended] };
  for (let tries = 0; tries < mostTries; tries += 1) {
    const isActive = verified.account.status === "active";
    const response = isActive
      ? await enterSession(environment, verified)
      : await enterFlow(environment, verified, current);
    if (response !== null)
      return leaveBehind(response, isActive ? (isAnothers ? cookies.flow : null) : cookies.session);
    verified = await readAgain(environment, verified);
  }
  throw busy();
}

/** Takes the cookie of what was under way before out of the browser. */
function leaveBehind(response: PlainResponse, name: string | null): PlainResponse {
  if (name === null) return response;
  const removed: SetCookie = { name, value: null, maxAgeSeconds: 0 };
  return { ...response, cookies: [...(response.cookies ?? []), removed] };
}
