import { franceConnectLateFragment } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment, FranceConnectSetting } from "../environment.ts";
import { commitOutcome } from "../flows/commit-outcome.ts";
import { findIdentityAccount, openIdentity, type FederatedIdentity } from "../flows/federated-identity.ts";
import { findOpenFlow, type Flow } from "../flows/flow.ts";
import { createFlowPerson } from "../flows/flow-person.ts";
import { changesToLeave, findProvenFlows } from "../flows/own-flows.ts";
import { performWrites } from "../flows/perform-writes.ts";
import type { Answer } from "../flows/questions/question.ts";
import { answerFailure, resolveFranceConnect } from "../flows/questions/resolve-france-connect.ts";
import { isProofJustGiven, resumeOwnFlow } from "../flows/resume-own-flow.ts";
import { runMachine } from "../flows/run-machine.ts";
import type { PlainRequest, PlainResponse, SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { FranceConnectError, type FranceConnectIdentity } from "../ports/france-connect.ts";
import type { Change } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { mayEnter, openSession } from "../sessions/session.ts";
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

/** The answer came too late, twice, or to another browser; the page says so, unless its flow has gone on. */
function sendBackLate({ returnUrls }: FranceConnectSetting, flow: Flow | null): PlainResponse {
  const hasGoneOn = flow !== null && flow.state.subject !== null;
  return sendTo(hasGoneOn ? returnUrls.byDefault : returnUrls.byDefault + franceConnectLateFragment);
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
    const pending = await vault.open(pendingPlace(row.state_key), row.pending_sealed);
    return await client.complete(query, state, pending);
  } catch (error) {
    if (!(error instanceof FranceConnectError)) throw error;
    const level = error.code === "cancelled" ? "info" : "error";
    logger.log(level, "france_connect_failed", { code: error.code, reason: error.reason });
    return error;
  }
}

/** Signs in whom this very identity activated an account for before: nothing is left to activate. Null for anybody else. */
async function enterWithIdentity(
  environment: Environment,
  { flow, row }: Attempt,
  identity: FranceConnectIdentity,
): Promise<PlainResponse | null> {
  const { accounts, cookies, directory, store, random, clock } = environment;
  const accountId = await findIdentityAccount(environment, identity);
  const account = accountId === null ? null : await accounts.find(accountId);
  if (account?.status !== "active") return null;
  const person = await directory.findPerson(account.personId);
  if (person === null || !(await mayEnter(environment, person))) return null;
  const at = clock.now();
  const { change, cookie } = await openSession(environment, account, at, identity.idToken);
  const { committed } = await store.commit([
    change,
    { type: "delete", table: "flows", where: { id: flow.id } },
    auditEntry(random, at, "signed_in", person.id, { route: "franceConnect" }),
  ]);
  if (!committed) throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
  return sendTo(row.return_url, [cookie, { name: cookies.flow, value: null, maxAgeSeconds: 0 }]);
}

/** The activation that the same identity has under way elsewhere. */
async function findOwn(
  environment: Environment,
  others: readonly Flow[],
  identity: FederatedIdentity | null,
) {
  for (const other of others) {
    const theirs = other.state.condition === "closed" ? null : await openIdentity(environment, other);
    if (theirs !== null && theirs.subject === identity?.subject && theirs.issuer === identity.issuer)
      return other;
  }
  return null;
}

/** Carries the answer through the machine, and sends the browser back to the page, which shows where it led. */
async function proceed(
  environment: Environment,
  request: PlainRequest,
  { flow, row }: Attempt,
  answer: (context: Parameters<typeof runMachine>[0]) => Promise<Answer>,
): Promise<PlainResponse> {
  const { clock, random } = environment;
  const context = {
    environment,
    flow,
    flowPerson: createFlowPerson(environment, flow),
    clientAddress: request.clientAddress,
  };
  const run = await runMachine(context, { type: "franceConnectReturned", callback: "" }, () =>
    answer(context),
  );
  if (run.rejection !== null) return sendTo(row.return_url);
  const at = clock.now();
  const after: Flow = { ...flow, ...run.kept, state: run.state };
  const flowPerson = createFlowPerson(environment, after);
  const identity = await openIdentity(environment, after);
  const isProof = isProofJustGiven(flow.state, run.state);
  const others = isProof ? await findProvenFlows(environment, run.state.subject ?? "") : [];
  const own = await findOwn(environment, others, identity);
  // Somebody of the same name must not end the activation of the one it is about.
  const left = identity?.isHomonymRuledOut ? others.filter((other) => other !== own) : [];
  const outcome =
    own === null
      ? await performWrites(environment, flow, run, flowPerson, at)
      : await resumeOwnFlow(environment, flow, own, at);
  const changes: Change[] = [
    ...run.changes,
    ...changesToLeave(left, at),
    auditEntry(random, at, "france_connect_returned", run.state.subject, {
      flow: flow.id,
      issue: run.state.condition === "awaiting" ? (run.state.issues[0]?.code ?? null) : null,
    }),
  ];
  const isCommitted = await commitOutcome(
    environment,
    own ?? flow,
    outcome,
    flowPerson,
    row.state_key,
    changes,
  );
  // Whoever was faster has set the cookies; the page shows what is.
  return sendTo(row.return_url, isCommitted ? outcome.cookies : []);
}

/**
 * Takes FranceConnect's answer: the one GET that changes something, for it is a redirect. Bound to the flow's cookie and to `state`,
 * used once (RFC 9700, 4.7.1); HEAD changes nothing.
 *
 * Always a 303 to the page that began it, or to the deployment's own when no attempt of this browser can be told.
 */
export async function franceConnectCallback(
  environment: Environment,
  request: PlainRequest,
): Promise<PlainResponse> {
  const { franceConnect, cookies } = environment;
  if (franceConnect === null) throw new ProblemError("route_unknown");
  if (request.method === "HEAD") return sendTo(franceConnect.returnUrls.byDefault);
  const flow = await findOpenFlow(environment, request.cookies.get(cookies.flow));
  const attempt = await takeAttempt(environment, flow, request.query);
  if (attempt === null) return sendBackLate(franceConnect, flow);
  const result = await complete(environment, franceConnect, attempt, request.query);
  if (result instanceof FranceConnectError) {
    return proceed(environment, request, attempt, async () => answerFailure(result));
  }
  const entered = await enterWithIdentity(environment, attempt, result);
  return (
    entered ?? proceed(environment, request, attempt, (context) => resolveFranceConnect(context, result))
  );
}
