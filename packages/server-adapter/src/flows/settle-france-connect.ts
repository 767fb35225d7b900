import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import type { PlainRequest, SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { changesToEndSession } from "../sessions/session.ts";
import { commitOutcome } from "./commit-outcome.ts";
import { decryptIdentity, type FederatedIdentity } from "./federated-identity.ts";
import type { Flow } from "./flow.ts";
import { createFlowPerson, type FlowPerson } from "./flow-person.ts";
import { changesToLeave, findProvenFlows, flowToResume } from "./own-flows.ts";
import { performWrites, type Outcome } from "./perform-writes.ts";
import type { Answer, QuestionContext } from "./questions/question.ts";
import { isProofJustGiven, resumeOwnFlow } from "./resume-own-flow.ts";
import { runMachine, type Run } from "./run-machine.ts";

/** How often settling starts over when another device of the same person changes at the same moment what it goes on with. */
const mostTries = 5;

/** The activations that the same identity has under way elsewhere, the youngest first. */
async function findOwn(
  environment: Environment,
  others: readonly Flow[],
  identity: FederatedIdentity | null,
): Promise<readonly Flow[]> {
  if (identity === null) return [];
  const identities = await Promise.all(others.map((other) => decryptIdentity(environment, other)));
  return others.filter((_other, index) => {
    const theirs = identities[index];
    return theirs?.subject === identity.subject && theirs.issuer === identity.issuer;
  });
}

const smsRefusals: ReadonlySet<string> = new Set(["sends_exhausted", "sms_unavailable"]);

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
    const isUnsent = error instanceof ProblemError && smsRefusals.has(error.code);
    if (!isUnsent || run.state.condition !== "awaiting") throw error;
    const state = { ...run.state, issues: [{ code: "sends_exhausted" }] } as const;
    const writes = run.writes.filter(({ type }) => type !== "sendSmsCode");
    return performWrites(environment, flow, { ...run, state, writes }, flowPerson, at);
  }
}

/** Where an answer led, before it is durable. */
interface Settling {
  readonly environment: Environment;
  readonly flow: Flow;
  readonly run: Run;
  readonly after: Flow;
  /** The session cookie of whoever was signed in here until the proof. */
  readonly session: string | undefined;
  readonly requestId: string;
}

/** Null when another request was faster; nothing is changed then. */
async function commit({
  environment,
  flow,
  run,
  after,
  session,
  requestId,
}: Settling): Promise<readonly SetCookie[] | null> {
  const { clock, cookies, random } = environment;
  const at = clock.now();
  const flowPerson = createFlowPerson(environment, after);
  const identity = await decryptIdentity(environment, after);
  const isProof = isProofJustGiven(flow.state, run.state);
  const others = isProof ? await findProvenFlows(environment, run.state.subject ?? "") : [];
  const owns = await findOwn(environment, others, identity);
  const own = flowToResume(owns, () => true);
  // Somebody of the same name must not end the activation of the one it is about.
  const left = (identity?.isHomonymRuledOut ? others : owns).filter((other) => other !== own);
  const outcome =
    own === null
      ? await perform(environment, flow, run, flowPerson, at)
      : await resumeOwnFlow(environment, flow, own, at);
  const { state } = outcome.flow;
  const isCommitted = await commitOutcome(environment, own ?? flow, outcome, flowPerson, requestId, [
    ...run.changes,
    ...changesToLeave(left, at),
    ...(await changesToEndSession(environment, session)),
    auditEntry(random, at, "france_connect_returned", state.subject, {
      flow: outcome.flow.id,
      issue: state.condition === "awaiting" ? (state.issues[0]?.code ?? null) : null,
    }),
  ]);
  if (!isCommitted) return null;
  const ended: SetCookie = { name: cookies.session, value: null, maxAgeSeconds: 0 };
  return session === undefined ? outcome.cookies : [...outcome.cookies, ended];
}

/**
 * Carries FranceConnect's answer through the machine and makes where it led durable.
 *
 * Whoever has an activation under way with the same identity goes on with it here, and the browser it was in gets `flow_moved`.
 *
 * @param requestId the same for one attempt and no other.
 * @returns the cookies to set; none when the flow went on meanwhile and nothing was changed.
 * @throws {ProblemError} `server_busy` when others kept changing what there is to go on with.
 */
export async function settleFranceConnect(
  environment: Environment,
  request: PlainRequest,
  flow: Flow,
  requestId: string,
  answer: (context: QuestionContext) => Promise<Answer>,
): Promise<readonly SetCookie[]> {
  const { clientAddress } = request;
  const context = { environment, flow, flowPerson: createFlowPerson(environment, flow), clientAddress };
  const answered = await answer(context);
  const run = await runMachine(context, answered.fact, answered);
  if (run.rejection !== null) return [];
  const after: Flow = { ...flow, ...run.kept, state: run.state };
  const isProof = isProofJustGiven(flow.state, run.state);
  const session = isProof ? request.cookies.get(environment.cookies.session) : undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const cookies = await commit({ environment, flow, run, after, session, requestId });
    if (cookies !== null) return cookies;
    const { id, revision } = flow;
    const isUnchanged = (await environment.store.find("flows", { where: { id, revision } })).length > 0;
    // Whoever was faster in this flow has set the cookies; the page shows what is.
    if (!isUnchanged) return [];
  }
  throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
}
