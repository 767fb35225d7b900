import type { Rejection } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { flowParts } from "../flow-parts.ts";
import { advanceFlow, type Settled } from "../flows/advance-flow.ts";
import { findFlow, type Flow } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { originOf } from "../http/origin.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { Refusal } from "../refusal.ts";
import { findReply, keepReply, keyOf, type RequestKey } from "./replies.ts";
import { eventRequest } from "./schemas.ts";

/** Tells the client why its event changed nothing, with the flow as it stands. */
async function rejected(environment: Environment, flow: Flow, rejection: Rejection): Promise<ProblemError> {
  const view = await showFlow(environment, flow);
  const now = environment.clock.now();
  const opensAt =
    rejection === "step_locked"
      ? view.lockedUntil
      : rejection === "resend_too_soon" && "sending" in view.step
        ? view.step.sending.nextSendAt
        : null;
  return new ProblemError(rejection, {
    flow: view,
    ...(opensAt !== null && { retryAfterSeconds: Math.max(1, opensAt - now) }),
  });
}

async function stale(environment: Environment, cookie: string | undefined): Promise<ProblemError> {
  const found = await findFlow(environment, cookie);
  if (found.found === "nothing") return new ProblemError("flow_missing");
  if (found.found === "retired") {
    // A cookie rotated away may no longer look at the flow, but its tab learns that there is one to look for.
    return new ProblemError(found.reason === "moved" ? "flow_moved" : "revision_stale");
  }
  return new ProblemError("revision_stale", { flow: await showFlow(environment, found.flow) });
}

/** The answer to an event, from where the flow has led. */
async function respond(
  environment: Environment,
  { flow, flowPerson, outcome: { flowToken, session } }: Settled,
): Promise<PlainResponse> {
  return {
    status: 200,
    body: await showFlow(environment, flow, flowPerson),
    cookies: [
      ...(session === null
        ? []
        : [sessionCookie(environment, { token: session.token, view: session.lifetime })]),
      ...(flowToken === undefined ? [] : [flowCookie(environment, flowToken)]),
    ],
  };
}

/** A request that was refused may be the repetition of one that has just been answered: a second click, refused for what the first one counted. */
async function refuse(
  environment: Environment,
  requestKey: RequestKey,
  flow: Flow,
  error: unknown,
): Promise<PlainResponse> {
  if (!(error instanceof Refusal)) throw error;
  const answered = await findReply(environment, requestKey);
  if (answered !== null) return answered;
  if (error.code === "flow_missing" || error.code === "server_busy") throw error;
  // What can't be sent or written leaves the flow as it was.
  throw new Refusal(error.code, { ...error.details, flow: await showFlow(environment, flow) });
}

/**
 * Carries an event through the flow and makes where it led durable.
 *
 * In the protocol's order: the same request seen before gets the same answer; then a stale revision loses; then the machine decides.
 */
export async function sendEvent(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  const { revision, event } = readBody(request, eventRequest);
  const cookie = request.cookies.get(environment.cookies.flow);
  const found = await findFlow(environment, cookie);
  if (found.found === "nothing") throw new ProblemError("flow_missing");
  if (found.found === "retired" && found.reason === "moved") throw new ProblemError("flow_moved");
  const flowId = found.found === "flow" ? found.flow.id : found.flowId;
  const requestKey = await keyOf(environment, request, flowId);
  const reply = await findReply(environment, requestKey);
  if (reply !== null) return reply;
  if (found.found === "retired" || found.flow.revision !== revision) throw await stale(environment, cookie);

  const { flow } = found;
  let response: PlainResponse | null = null;
  const advanced = await advanceFlow(environment, flowParts, flow, event, {
    origin: originOf(request),
    requestId: requestKey.key,
    succession: { resumes: (other) => other.state.plan.method === flow.state.plan.method, ends: () => true },
    alongside: async (settled) => {
      const { clock, random } = environment;
      const { state } = settled.isResumed ? flow : settled.flow;
      response = await respond(environment, settled);
      return [
        ...(await keepReply(environment, requestKey, response, clock.now())),
        auditEntry(random, clock.now(), event.type, flow.state.subject, {
          flow: flow.id,
          condition: state.condition,
          step: state.condition === "awaiting" ? state.step : null,
          issue: state.condition === "awaiting" ? (state.issues[0]?.code ?? null) : null,
        }),
      ];
    },
  }).catch((error: unknown) => refuse(environment, requestKey, flow, error));
  if ("status" in advanced) return advanced;
  if (advanced.outcome === "advanced" && response !== null) return response;
  if (advanced.outcome === "rejected") {
    const { flow: shown, rejection, isContested } = advanced;
    // The same request may be under way a second time, with the attempt that was still allowed.
    const answered = isContested ? await findReply(environment, requestKey) : null;
    if (answered !== null) return answered;
    throw await rejected(environment, shown, rejection);
  }
  // A double click: the faster one's answer is this one's too, and its attempt was the only one.
  const won = await findReply(environment, requestKey);
  if (won === null) throw await stale(environment, cookie);
  const attempts = advanced.outcome === "superseded" ? advanced.attempts : [];
  for (const attempt of attempts) await environment.attempts.refund(attempt);
  return won;
}
