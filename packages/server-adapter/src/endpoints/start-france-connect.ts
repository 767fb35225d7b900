import type { StartFranceConnectResponse } from "@educonnect-activation/core";
import type { Environment, FranceConnectSetting } from "../environment.ts";
import { startOpenFlow } from "../flows/start-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { FranceConnectError, type FranceConnectRequest } from "../ports/france-connect.ts";
import type { Change } from "../ports/store.ts";
import { checkReturnUrl } from "./return-url.ts";
import { startFranceConnectRequest } from "./schemas.ts";

const outageRetrySeconds = 30;

/** Where an attempt is sealed to. */
export const pendingPlace = (stateKey: string) => ({
  table: "authorizations",
  row: stateKey,
  column: "pending_encrypted",
});

async function begin(
  { logger }: Environment,
  { client }: FranceConnectSetting,
): Promise<FranceConnectRequest> {
  try {
    return await client.begin();
  } catch (error) {
    if (!(error instanceof FranceConnectError)) throw error;
    logger.log("error", "france_connect_unavailable", { reason: error.reason });
    throw new ProblemError("france_connect_unavailable", { retryAfterSeconds: outageRetrySeconds });
  }
}

/**
 * Begins a sign-in at FranceConnect and says where to send the browser.
 *
 * Each attempt has a flow and a cookie of its own. Of several tabs the last counts: it ends the attempt before, whose answer is then refused.
 */
export async function startFranceConnect(
  environment: Environment,
  request: PlainRequest,
): Promise<PlainResponse> {
  const { returnUrl, replace = false } = readBody(request, startFranceConnectRequest);
  const { franceConnect, plans, store, vault } = environment;
  const plan = plans.franceConnect;
  if (franceConnect === null || plan === undefined) throw new ProblemError("method_closed");
  const comeBackTo = checkReturnUrl(returnUrl, franceConnect.returnUrls);
  const { cookies } = environment;
  const browser = {
    flowToken: request.cookies.get(cookies.flow),
    sessionToken: request.cookies.get(cookies.session),
    clientAddress: request.clientAddress,
  };
  const options = { replace, anew: true };
  const { flow, changes, flowToken, endsSession } = await startOpenFlow(environment, browser, plan, options);
  const { location, state, pending } = await begin(environment, franceConnect);
  const stateKey = await vault.lookupKey("france-connect-state", state);
  const attempt: Change = {
    type: "insert",
    table: "authorizations",
    row: {
      state_key: stateKey,
      flow_id: flow.id,
      pending_encrypted: await vault.encrypt(pendingPlace(stateKey), pending),
      return_url: comeBackTo,
      expires_at: flow.state.expiresAt,
    },
  };
  const result = await store.commit([...changes, attempt]);
  if (!result.committed) throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
  const body: StartFranceConnectResponse = { location };
  return {
    status: 200,
    body,
    cookies: [
      ...(flowToken === undefined ? [] : [flowCookie(environment, flowToken)]),
      ...(endsSession ? [sessionCookie(environment, null)] : []),
    ],
  };
}
