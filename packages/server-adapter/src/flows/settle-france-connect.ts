import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import type { PlainRequest, SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import type { Change } from "../ports/store.ts";
import { changesToEndSession } from "../sessions/session.ts";
import { commitOutcome } from "./commit-outcome.ts";
import { openIdentity, type FederatedIdentity } from "./federated-identity.ts";
import type { Flow } from "./flow.ts";
import { createFlowPerson, type FlowPerson } from "./flow-person.ts";
import { changesToLeave, findProvenFlows } from "./own-flows.ts";
import { performWrites, type Outcome } from "./perform-writes.ts";
import type { Answer, QuestionContext } from "./questions/question.ts";
import { isProofJustGiven, resumeOwnFlow } from "./resume-own-flow.ts";
import { runMachine, type Run } from "./run-machine.ts";

/** The activation that the same identity has under way elsewhere. */
async function findOwn(
  environment: Environment,
  others: readonly Flow[],
  identity: FederatedIdentity | null,
): Promise<Flow | null> {
  if (identity === null) return null;
  for (const other of others) {
    const theirs = other.state.condition === "closed" ? null : await openIdentity(environment, other);
    if (theirs?.subject === identity.subject && theirs.issuer === identity.issuer) return other;
  }
  return null;
}

const textRefusals: ReadonlySet<string> = new Set(["sends_exhausted", "sms_unavailable"]);

/** Where no text may be sent now, the proof given counts all the same, and the screen of the code says what else there is to do. */
async function perform(
  environment: Environment,
  flow: Flow,
  run: Run,
  flowPerson: FlowPerson,
  at: number,
): Promise<Outcome> {
  try {
    return await performWrites(environment, flow, run, flowPerson, at);
  } catch (error) {
    const isUnsent = error instanceof ProblemError && textRefusals.has(error.code);
    if (!isUnsent || run.state.condition !== "awaiting") throw error;
    const state = { ...run.state, issues: [{ code: "sends_exhausted" }] };
    const writes = run.writes.filter(({ type }) => type !== "sendMobileCode");
    return performWrites(environment, flow, { ...run, state, writes }, flowPerson, at);
  }
}

/**
 * Carries FranceConnect's answer through the machine and makes where it led durable.
 *
 * Whoever has an activation under way with the same identity goes on with it here, and the browser it was in gets `flow_moved`.
 *
 * @param requestId the same for one attempt and no other.
 * @returns the cookies to set; none when the flow went on meanwhile and nothing was changed.
 */
export async function settleFranceConnect(
  environment: Environment,
  request: PlainRequest,
  flow: Flow,
  requestId: string,
  answer: (context: QuestionContext) => Promise<Answer>,
): Promise<readonly SetCookie[]> {
  const { clock, cookies, random } = environment;
  const { clientAddress } = request;
  const context = { environment, flow, flowPerson: createFlowPerson(environment, flow), clientAddress };
  const run = await runMachine(context, { type: "franceConnectReturned", callback: "" }, () =>
    answer(context),
  );
  if (run.rejection !== null) return [];
  const at = clock.now();
  const after: Flow = { ...flow, ...run.kept, state: run.state };
  const flowPerson = createFlowPerson(environment, after);
  const identity = await openIdentity(environment, after);
  const isProof = isProofJustGiven(flow.state, run.state);
  const others = isProof ? await findProvenFlows(environment, run.state.subject ?? "") : [];
  const own = await findOwn(environment, others, identity);
  // Somebody of the same name must not end the activation of the one it is about.
  const left = identity?.isHomonymRuledOut ? others.filter((other) => other !== own) : [];
  const session = isProof ? request.cookies.get(cookies.session) : undefined;
  const outcome =
    own === null
      ? await perform(environment, flow, run, flowPerson, at)
      : await resumeOwnFlow(environment, flow, own, at);
  const changes: Change[] = [
    ...run.changes,
    ...changesToLeave(left, at),
    ...(await changesToEndSession(environment, session)),
    auditEntry(random, at, "france_connect_returned", run.state.subject, {
      flow: outcome.flow.id,
      issue:
        outcome.flow.state.condition === "awaiting" ? (outcome.flow.state.issues[0]?.code ?? null) : null,
    }),
  ];
  const isCommitted = await commitOutcome(environment, own ?? flow, outcome, flowPerson, requestId, changes);
  // Whoever was faster has set the cookies; the page shows what is.
  if (!isCommitted) return [];
  return session === undefined
    ? outcome.cookies
    : [...outcome.cookies, { name: cookies.session, value: null, maxAgeSeconds: 0 }];
}
