import { franceConnectLateFragment } from "@educonnect-activation/core";
import type { Environment, FranceConnectSetting } from "../environment.ts";
import {
  advanceWithIdentity,
  signInWithIdentity,
  type ReturningBrowser,
} from "../activation/return-from-france-connect.ts";
import { findOpenFlow, type Flow } from "../flows/flow.ts";
import { answerFailure, resolveFranceConnect } from "../activation/resolve-france-connect.ts";
import { createFlowPerson } from "../flows/flow-person.ts";
import { flowParts } from "../flow-parts.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import { originOf } from "../http/origin.ts";
import type { SetCookie } from "../http/cookies.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { noBody } from "../http/read-body.ts";
import { FranceConnectError, type FranceConnectIdentity } from "../ports/france-connect.ts";
import { nameError } from "../ports/logger.ts";
import type { Tables } from "../ports/tables.ts";
import { findSession } from "../sessions/session.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";
import { pendingPlace } from "./start-france-connect.ts";

/** The sign-in an answer belongs to: begun in this browser, not answered yet. */
interface Attempt {
  readonly flow: Flow;
  readonly row: Tables["authorizations"];
  readonly state: string;
}

function sendTo(location: string, cookies: readonly SetCookie[] = []): PlainResponse {
  return { status: 303, body: null, headers: { location, "referrer-policy": "no-referrer" }, cookies };
}

/** The answer can't be used; the page says so, and lets it be begun again. */
function sendBackLate(page: string): PlainResponse {
  const url = new URL(page);
  url.hash = franceConnectLateFragment;
  return sendTo(url.href);
}

/** The answer came too late, twice, or to another browser: nothing to tell where the browser has gone on, or is signed in. */
async function answerLate(
  environment: Environment,
  { returnUrls }: FranceConnectSetting,
  request: PlainRequest,
  flow: Flow | null,
): Promise<PlainResponse> {
  const hasGoneOn =
    flow === null
      ? (await findSession(environment, request.cookies.get(environment.cookies.session))) !== null
      : flow.state.subject !== null;
  return hasGoneOn ? sendTo(returnUrls.byDefault) : sendBackLate(returnUrls.byDefault);
}

/** Finds the attempt of an answer and uses it up: whatever comes of it, a second answer finds none (RFC 9700, 4.7 and 2.1). */
async function takeAttempt(
  { store, vault, clock }: Environment,
  flow: Flow | null,
  query: string,
): Promise<Attempt | null> {
  const [state, ...more] = new URLSearchParams(query).getAll("state");
  if (flow === null || state === undefined || more.length > 0) return null;
  for (const key of await vault.lookupKeys("france-connect-state", state)) {
    const where = { state_key: key, flow_id: flow.id };
    const [row] = await store.find("authorizations", { where });
    if (!row || row.expires_at <= clock.now()) continue;
    const { committed } = await store.commit([{ type: "delete", table: "authorizations", where, expect: 1 }]);
    return committed ? { flow, row, state } : null;
  }
  return null;
}

async function complete(
  { vault, logger }: Environment,
  { client }: FranceConnectSetting,
  { row, state }: Attempt,
  query: string,
): Promise<FranceConnectIdentity | FranceConnectError> {
  try {
    const pending = await vault.decrypt(pendingPlace(row.state_key), row.pending_encrypted);
    return await client.complete(query, state, pending);
  } catch (error) {
    if (!(error instanceof FranceConnectError)) throw error;
    const level = error.code === "cancelled" ? "info" : "error";
    logger.log(level, "france_connect_failed", { code: error.code, reason: error.reason });
    return error;
  }
}

/** The cookies that an answer leads to: of a session, or of a flow that has gone on or says why it has not. */
async function useAttempt(
  environment: Environment,
  setting: FranceConnectSetting,
  request: PlainRequest,
  attempt: Attempt,
): Promise<readonly SetCookie[]> {
  const { flow, row } = attempt;
  const origin = originOf(request);
  const sessionToken = request.cookies.get(environment.cookies.session);
  const browser: ReturningBrowser = { origin, sessionToken, flow, requestId: row.state_key };
  const result = await complete(environment, setting, attempt, request.query);
  if (!(result instanceof FranceConnectError)) {
    const signedIn = await signInWithIdentity(environment, result, browser);
    if (signedIn !== null) return [sessionCookie(environment, signedIn), flowCookie(environment, null)];
  }
  const flowPerson = createFlowPerson(environment, flow);
  const { clientAddress } = origin;
  const answer =
    result instanceof FranceConnectError
      ? answerFailure(result)
      : await resolveFranceConnect({ environment, flow, flowPerson, clientAddress }, result);
  const advanced = await advanceWithIdentity(environment, flowParts, answer, browser);
  // Whoever was faster in this flow has set the cookies; the page shows what is.
  if (advanced.outcome !== "advanced") return [];
  const isProven = answer.proof !== undefined;
  return [
    ...(advanced.flowToken === undefined ? [] : [flowCookie(environment, advanced.flowToken)]),
    ...(isProven && sessionToken !== undefined ? [sessionCookie(environment, null)] : []),
  ];
}

/**
 * Takes FranceConnect's answer: the one GET that changes something, for it is a redirect. Bound to the flow's cookie and to `state`,
 * used once (RFC 9700, 4.7.1); HEAD changes nothing.
 *
 * Always a 303 to the page that began it, or to the deployment's own when no attempt of this browser can be told: a person stands before it,
 * to whom a problem in JSON would be the end. So what fails on the way, the store included, is logged, and the page asks to begin again.
 */
export const franceConnectCallback = defineEndpoint({
  method: "GET",
  path: "/france-connect/callback",
  caller: "anybody",
  body: noBody,
  requires: nothing,
  response: "redirect",
  problems: ["endpoint_unknown"],
  neverFails: true,
  summary: "Where FranceConnect sends the browser back to",
  description:
    "303 to the return address of the attempt, whatever came of it: `GET /status` there tells the flow and its issues, or the session of somebody whose account this identity activated before. When no attempt of this browser is found, 303 with the fragment `#educonnect=france_connect_late`. The one GET that changes something: bound to the flow's cookie and to `state`, once. `query`: `code` and `state`, or `error` and `state`.",
  cookies: ["flow"],
  setCookie: "A fresh flow cookie and the session's taken away, or a session's and the flow's taken away",
  async handle(context, { request }) {
    const { franceConnect, cookies, logger } = context;
    if (franceConnect === null) throw new ProblemError("endpoint_unknown");
    const { byDefault } = franceConnect.returnUrls;
    if (request.method === "HEAD") return sendTo(byDefault);
    let page = byDefault;
    try {
      const flow = await findOpenFlow(context, request.cookies.get(cookies.flow));
      const attempt = await takeAttempt(context, flow, request.query);
      if (attempt === null) return await answerLate(context, franceConnect, request, flow);
      page = attempt.row.return_url;
      return sendTo(page, await useAttempt(context, franceConnect, request, attempt));
    } catch (error) {
      logger.log("error", "request_failed", { path: request.path, error: nameError(error) });
      return sendBackLate(page);
    }
  },
});
