import { endpoints, type EventRequest, type Rejection } from "@educonnect-activation/core";
import { z } from "zod";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { commitOutcome } from "../flows/commit-outcome.ts";
import { findFlow, type Flow } from "../flows/flow.ts";
import { createFlowPerson, type FlowPerson } from "../flows/flow-person.ts";
import { changesToLeave, findProvenFlows, flowToResume } from "../flows/own-flows.ts";
import { performWrites } from "../flows/perform-writes.ts";
import { isProofJustGiven, resumeOwnFlow } from "../flows/resume-own-flow.ts";
import { findReply, keepReply, keyOf } from "../flows/replies.ts";
import { runMachine, type Run } from "../flows/run-machine.ts";
import { showFlow } from "../flows/show-flow.ts";
import type { PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { flowRequired } from "./requirement.ts";
import { command } from "./schemas/command.ts";
import { flowView } from "./schemas/flow-view.ts";
import { named } from "./schemas/named.ts";

const eventRequest = named(
  "EventRequest",
  z.strictObject({
    revision: z.int().min(0).describe("The revision of the view the person saw"),
    event: command,
  }),
) satisfies z.ZodType<EventRequest>;

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

/**
 * Carries an event through the machine and makes where it led durable.
 *
 * In the protocol's order: the same request seen before gets the same answer; then a stale revision loses; then the machine decides.
 */
export const sendEvent = defineEndpoint({
  ...endpoints.sendEvent,
  caller: "ownPages",
  body: json(eventRequest),
  requires: flowRequired,
  response: flowView,
  problems: [
    "idempotency_key_missing",
    "revision_stale",
    "event_not_accepted",
    "idempotency_key_reused",
    "step_locked",
    "resend_too_soon",
    "sends_exhausted",
    "address_refused",
    "sms_unavailable",
    "server_busy",
  ],
  summary: "Send an event to the activation",
  description:
    "In this order: the body's shape; the cookie (`flow_missing`, `flow_moved`); the `Idempotency-Key`, where the same request seen before gets the same answer, cookies included, and another request `idempotency_key_reused`; the revision (`revision_stale`, with `flow`); then the machine (`event_not_accepted`, `step_locked`, `resend_too_soon`, `sends_exhausted`; with `flow`, but for a limit that holds across flows). A wrong answer of the person is no problem: it is 200 with `issues`. The change and the kept answer are committed together, so that of two requests with one revision one wins. A confirmation mail that the event causes is written in the best language that `Accept-Language` asks for, with the French after it; the header changes nothing else.",
  headers: ["IdempotencyKey", "AcceptLanguage"],
  setCookie:
    "A fresh flow cookie at each proof; the flow's taken away when it ends; a session cookie after `servicesRequested`",
  async handle(context, { request, found, body: { revision, event } }) {
    const cookie = request.cookies.get(context.cookies.flow);
    const flowId = found.found === "flow" ? found.flow.id : found.flowId;
    const requestKey = await keyOf(context, request, flowId);
    const reply = await findReply(context, requestKey);
    if (reply !== null) return reply;
    if (found.found === "retired" || found.flow.revision !== revision) throw await stale(context, cookie);

    const { flow } = found;
    const flowPerson = createFlowPerson(context, flow);
    const { clientAddress, acceptLanguage } = request;
    const run = await runMachine({ environment: context, flow, flowPerson, clientAddress }, event);
    if (run.rejection !== null) throw await rejected(context, flow, run.rejection);
    if (run.isContested) {
      // The same request may be under way a second time, with the attempt that was still allowed.
      const answered = await findReply(context, requestKey);
      if (answered !== null) return answered;
      throw await rejected(context, { ...flow, state: run.state }, "step_locked");
    }
    const at = context.clock.now();
    const settled = await settle(context, flow, run, flowPerson, at, acceptLanguage).catch(
      async (error: unknown) => {
        // A second click, refused for what the first one has just counted.
        const answered = error instanceof ProblemError ? await findReply(context, requestKey) : null;
        if (answered === null) throw error;
        return answered;
      },
    );
    if ("status" in settled) return settled;
    const { before, outcome, left } = settled;
    const shown = personAfter(context, flow, outcome.flow, flowPerson);
    const body = await showFlow(context, outcome.flow, shown);
    const response: PlainResponse = { status: 200, body, cookies: outcome.cookies };
    const isCommitted = await commitOutcome(context, before, outcome, flowPerson, requestKey.key, [
      ...run.changes,
      ...left,
      ...(await keepReply(context, requestKey, response, at)),
      auditEntry(context.random, at, event.type, flow.state.subject, {
        flow: flow.id,
        condition: run.state.condition,
        step: run.state.condition === "awaiting" ? run.state.step : null,
        issue: run.state.condition === "awaiting" ? (run.state.issues[0]?.code ?? null) : null,
      }),
    ]);
    if (isCommitted) return response;
    // A double click: the faster one's answer is this one's too, and its attempt was the only one.
    const won = await findReply(context, requestKey);
    if (won === null) throw await stale(context, cookie);
    for (const attempt of run.attempts) await context.attempts.refund(attempt);
    return won;
  },
});

/** What is to be committed: the flow's next state, or, when its person has just proved who they are and has another under way, that one. */
async function settle(
  environment: Environment,
  flow: Flow,
  run: Run,
  flowPerson: FlowPerson,
  at: number,
  acceptLanguage: string | null,
) {
  const { state } = run;
  const isProof = isProofJustGiven(flow.state, state);
  const others = isProof ? await findProvenFlows(environment, state.subject ?? "") : [];
  const own = flowToResume(others, (other) => other.state.plan.method === state.plan.method);
  const left = changesToLeave(
    others.filter((other) => other !== own),
    at,
  );
  if (own !== null) return { before: own, outcome: await resumeOwnFlow(environment, flow, own, at), left };
  try {
    const outcome = await performWrites(environment, flow, run, flowPerson, at, acceptLanguage);
    return { before: flow, outcome, left };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === "flow_missing") throw error;
    // What can't be sent or written leaves the flow as it was.
    throw new ProblemError(error.code, { ...error.details, flow: await showFlow(environment, flow) });
  }
}

/** What was read of the person before the event, but for what the event may have changed: who it is, and the address. */
function personAfter(environment: Environment, before: Flow, after: Flow, read: FlowPerson): FlowPerson {
  const fresh = createFlowPerson(environment, after);
  return after.state.subject === before.state.subject ? { ...read, email: fresh.email } : fresh;
}
