import { endpoints, type EventRequest, type Rejection } from "@educonnect-activation/core";
import { z } from "zod";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { flowParts } from "../flow-parts.ts";
import { advanceFlow, type Settled } from "../flows/advance-flow.ts";
import { findFlow, type Flow } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import type { PlainResponse } from "../http/message.ts";
import { originOf } from "../http/origin.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { Refusal } from "../refusal.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { findReply, keepReply, keyOf, type RequestKey } from "./replies.ts";
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
    let response: PlainResponse | null = null;
    const advanced = await advanceFlow(context, flowParts, flow, event, {
      origin: originOf(request),
      requestId: requestKey.key,
      succession: {
        resumes: (other) => other.state.plan.method === flow.state.plan.method,
        ends: () => true,
      },
      alongside: async (settled) => {
        const { clock, random } = context;
        const { state } = settled.isResumed ? flow : settled.flow;
        response = await respond(context, settled);
        return [
          ...(await keepReply(context, requestKey, response, clock.now())),
          auditEntry(random, clock.now(), event.type, flow.state.subject, {
            flow: flow.id,
            condition: state.condition,
            step: state.condition === "awaiting" ? state.step : null,
            issue: state.condition === "awaiting" ? (state.issues[0]?.code ?? null) : null,
          }),
        ];
      },
    }).catch((error: unknown) => refuse(context, requestKey, flow, error));
    if ("status" in advanced) return advanced;
    if (advanced.outcome === "advanced" && response !== null) return response;
    if (advanced.outcome === "rejected") {
      const { flow: shown, rejection, isContested } = advanced;
      // The same request may be under way a second time, with the attempt that was still allowed.
      const answered = isContested ? await findReply(context, requestKey) : null;
      if (answered !== null) return answered;
      throw await rejected(context, shown, rejection);
    }
    // A double click: the faster one's answer is this one's too, and its attempt was the only one.
    const won = await findReply(context, requestKey);
    if (won === null) throw await stale(context, cookie);
    const attempts = advanced.outcome === "superseded" ? advanced.attempts : [];
    for (const attempt of attempts) await context.attempts.refund(attempt);
    return won;
  },
});
