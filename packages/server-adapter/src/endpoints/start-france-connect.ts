import {
  endpoints,
  type StartFranceConnectRequest,
  type StartFranceConnectResponse,
} from "@educonnect-activation/core";
import { z } from "zod";
import type { Environment, FranceConnectSetting } from "../environment.ts";
import { startOpenFlow } from "../flows/start-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { checkReturnUrl } from "../http/return-url.ts";
import { FranceConnectError, type FranceConnectRequest } from "../ports/france-connect.ts";
import type { Change } from "../ports/store.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";
import { named, replaceFlow } from "./schemas/named.ts";

const startFranceConnectRequest = named(
  "StartFranceConnectRequest",
  z.strictObject({
    returnUrl: z
      .string()
      .max(2048)
      .exactOptional()
      .describe("The page to come back to: of the portal's own origin, or allow-listed; a path will do"),
    replace: replaceFlow,
  }),
) satisfies z.ZodType<StartFranceConnectRequest>;

const startFranceConnectResponse = named(
  "StartFranceConnectResponse",
  z.object({ location: z.string().describe("FranceConnect's page, to go to in the same window") }),
) satisfies z.ZodType<StartFranceConnectResponse>;

const outageRetrySeconds = 30;

/** Where an attempt is sealed to. */
export const pendingPlace = (stateKey: string) => ({
  table: "authorizations",
  row: stateKey,
  column: "pending_encrypted",
});

async function beginAtFranceConnect(
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
export const startFranceConnect = defineEndpoint({
  ...endpoints.startFranceConnect,
  caller: "ownPages",
  body: json(startFranceConnectRequest),
  requires: nothing,
  response: startFranceConnectResponse,
  problems: [
    "return_url_refused",
    "flow_in_progress",
    "method_closed",
    "address_refused",
    "server_busy",
    "france_connect_unavailable",
  ],
  summary: "Begin an activation, or sign in, at FranceConnect",
  description:
    "The page goes to `location` in the same window. An attempt begun anew ends the one before. `return_url_refused` for an address that is neither of the portal's own origin nor on the deployment's list.",
  cookies: ["flow", "session"],
  setCookie: "A fresh flow cookie, unless one is gone on with; the session's taken away",
  async handle(context, { request, body: { returnUrl, replace = false } }) {
    const { franceConnect, plans, store, vault } = context;
    const plan = plans.franceConnect;
    if (franceConnect === null || plan === undefined) throw new ProblemError("method_closed");
    const comeBackTo = checkReturnUrl(returnUrl, franceConnect.returnUrls);
    const browser = {
      flowToken: request.cookies.get(context.cookies.flow),
      sessionToken: request.cookies.get(context.cookies.session),
      clientAddress: request.clientAddress,
    };
    const started = await startOpenFlow(context, browser, plan, { replace, anew: true });
    const { flow, changes, flowToken, endsSession } = started;
    const { location, state, pending } = await beginAtFranceConnect(context, franceConnect);
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
        ...(flowToken === undefined ? [] : [flowCookie(context, flowToken)]),
        ...(endsSession ? [sessionCookie(context, null)] : []),
      ],
    };
  },
});
