import { isIdentityProven, type SignInResponse } from "@educonnect-activation/core";
import { signInToActivation } from "../activation/sign-in-to-activation.ts";
import { readAgain, verifyPassword } from "../authentication/password.ts";
import type { Environment } from "../environment.ts";
import { flowParts } from "../flow-parts.ts";
import { findOpenFlow } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { originOf } from "../http/origin.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { refuseBusy } from "../refusal.ts";
import { changesToEndSession, signInToAccount } from "../sessions/session.ts";
import { signInRequest } from "./schemas.ts";

/** How often signing in starts over when others change the account or its flow at the same moment. */
const mostTries = 5;

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
  if (isUnderWay && replace !== true) throw new ProblemError("flow_in_progress");
  const changes = await changesToEndSession(environment, request.cookies.get(cookies.session));
  const origin = originOf(request);
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (verified.account.status === "active") {
      const { account, proof, use } = verified;
      const signedIn = await signInToAccount(environment, {
        account,
        proof,
        use,
        device: origin.device,
        idToken: null,
        changes: [...verified.changes, ...changes],
      });
      if (signedIn.outcome === "refused") throw new ProblemError("credentials_refused");
      if (signedIn.outcome === "session") {
        const { view, token } = signedIn;
        const body: SignInResponse = { outcome: "session", session: view };
        const left = isAnothers ? [flowCookie(environment, null)] : [];
        return { status: 200, body, cookies: [sessionCookie(environment, { view, token }), ...left] };
      }
    } else {
      const browser = { origin, current, changes };
      const advanced = await signInToActivation(environment, flowParts, verified, browser);
      if (advanced.outcome === "advanced") {
        const { flow, flowToken } = advanced;
        const body: SignInResponse = { outcome: "flow", flow: await showFlow(environment, flow) };
        return {
          status: 200,
          body,
          cookies: [flowCookie(environment, flowToken ?? null), sessionCookie(environment, null)],
        };
      }
    }
    verified = await readAgain(environment, verified);
  }
  throw refuseBusy();
}
