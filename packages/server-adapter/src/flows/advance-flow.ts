import { isIdentityProven, type Command, type Rejection } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import { Refusal, refuseBusy } from "../refusal.ts";
import type { Attempt } from "../authentication/attempts.ts";
import type { OpenedSession } from "../sessions/session.ts";
import { commitOutcome } from "./commit-outcome.ts";
import { changesToLeave, changeToRetire, createFlowToken, findProvenFlows, type Flow } from "./flow.ts";
import { createFlowPerson, type FlowPerson } from "./flow-person.ts";
import type { Answer, Answers } from "./question.ts";
import { runMachine, type Run } from "./run-machine.ts";
import { createOutcome, performWrites, type Origin, type Outcome, type Writers } from "./write.ts";

/** What the purposes of flows can ask and do. */
export interface FlowParts {
  readonly answers: Answers;
  readonly writers: Writers;
}

/**
 * What becomes of a person's other flows when a proof has just been given: the first that `resumes` accepts goes on in this browser in
 * place of the present one, and those that `ends` accepts end.
 */
export interface Succession {
  readonly resumes: (other: Flow) => boolean | Promise<boolean>;
  readonly ends: (other: Flow) => boolean | Promise<boolean>;
}

/** A flow where it has led, before that is durable. */
export interface Settled {
  readonly flow: Flow;
  /** What is known of the flow's person, read for the present event. */
  readonly flowPerson: FlowPerson;
  readonly outcome: Outcome;
  /** Whether another flow of the person goes on in place of the present one. */
  readonly isResumed: boolean;
  /** Whether who the person is has just been proved. */
  readonly isProof: boolean;
}

/** How a flow is to be settled, whatever moved it. */
export interface Settlement {
  readonly origin: Origin;
  /** The same for a request and its repetition, another for any other request: the idempotency key for ports that live elsewhere. */
  readonly requestId: string;
  readonly succession: Succession;
  /** The flow that this browser's token opens, where that is not the one to settle. */
  readonly currentFlowId?: string;
  /** Changes to commit together with the flow's, before them. */
  readonly changes?: readonly Change[];
  /** More of them, made from where the flow has led. */
  readonly alongside: (settled: Settled) => readonly Change[] | Promise<readonly Change[]>;
}

/** What came of an event. */
export type Advanced =
  | {
      readonly outcome: "advanced";
      readonly flow: Flow;
      /** The browser's new flow token; null takes it away, and undefined leaves it as it is. */
      readonly flowToken: string | null | undefined;
      readonly session: OpenedSession | null;
    }
  /** Nothing was changed; `flow` is to be shown. A contested lock may yet be lifted by a request under way. */
  | {
      readonly outcome: "rejected";
      readonly rejection: Rejection;
      readonly flow: Flow;
      readonly isContested: boolean;
    }
  /** Another request was faster; nothing was changed. What was counted can be refunded where this one is its repetition. */
  | { readonly outcome: "superseded"; readonly attempts: readonly Attempt[] };

/** How often a commit is tried again when others change the account or another flow of the person at the same moment. */
const mostTries = 5;

const smsRefusals: ReadonlySet<string> = new Set(["sends_exhausted", "sms_unavailable"]);

/**
 * Moves a flow by one event and makes where it led durable: the only way that a flow goes on, whoever moves it.
 *
 * @param event a command of the person; or an answer that came from outside the flow.
 * @throws {Refusal} for what can't be sent or written now, and `server_busy` when others kept changing the same rows; the flow is as it was then.
 * @throws {HasherBusyError} while too many passwords wait to be hashed.
 */
export async function advanceFlow(
  environment: Environment,
  parts: FlowParts,
  flow: Flow,
  event: Command | Answer,
  settlement: Settlement,
): Promise<Advanced> {
  const { clientAddress } = settlement.origin;
  const flowPerson = createFlowPerson(environment, flow);
  const run = await runMachine(parts.answers, { environment, flow, flowPerson, clientAddress }, event);
  if (run.rejection !== null)
    return { outcome: "rejected", rejection: run.rejection, flow, isContested: false };
  if (run.isContested)
    return {
      outcome: "rejected",
      rejection: "step_locked",
      flow: { ...flow, state: run.state },
      isContested: true,
    };
  return settleFlow(environment, parts, { flow, newToken: null }, run, flowPerson, settlement);
}

/** Settles a flow that has just been started with a proof, by the same rules as one that an event has moved. */
export function settleNewFlow(
  environment: Environment,
  parts: FlowParts,
  { flow, token }: { readonly flow: Flow; readonly token: string },
  run: Run,
  settlement: Settlement,
): Promise<Advanced> {
  const flowPerson = createFlowPerson(environment, flow);
  return settleFlow(environment, parts, { flow, newToken: token }, run, flowPerson, settlement);
}

/** The flow of this browser: as it was read, or a new one with the token that is to open it. */
interface Present {
  readonly flow: Flow;
  readonly newToken: string | null;
}

async function settleFlow(
  environment: Environment,
  parts: FlowParts,
  present: Present,
  run: Run,
  flowPerson: FlowPerson,
  settlement: Settlement,
): Promise<Advanced> {
  const { flow } = present;
  const isNew = present.newToken !== null;
  const isProof = isNew || (!isIdentityProven(flow.state) && isIdentityProven(run.state));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const at = environment.clock.now();
    const read = tries === 0 ? flowPerson : createFlowPerson(environment, flow);
    const person = personAfter(environment, flow, { ...flow, state: run.state }, read);
    const others = isProof ? await findProvenFlows(environment, run.state.subject ?? "") : [];
    const own = await findAsync(others, settlement.succession.resumes);
    const outcome =
      own === null
        ? await perform(environment, parts.writers, present, run, person, at, settlement.origin)
        : await resume(environment, present, own, run, at, settlement.currentFlowId);
    const left = await filterAsync(
      others,
      async (other) => other !== own && settlement.succession.ends(other),
    );
    const settled: Settled = {
      flow: outcome.flow,
      flowPerson: personAfter(environment, flow, outcome.flow, person),
      outcome,
      isResumed: own !== null,
      isProof,
    };
    const isCommitted = await commitOutcome(
      environment,
      own ?? (isNew ? null : flow),
      outcome,
      person,
      settlement.requestId,
      [
        ...(settlement.changes ?? []),
        ...run.changes,
        ...changesToLeave(left, at),
        ...(await settlement.alongside(settled)),
      ],
    );
    if (isCommitted) {
      const { flowToken, session } = outcome;
      return { outcome: "advanced", flow: outcome.flow, flowToken, session };
    }
    // Whoever began a flow looks at the account again; a flow that has gone on meanwhile is shown as it is.
    if (isNew || !(await isUnchanged(environment, flow))) {
      return { outcome: "superseded", attempts: run.attempts };
    }
  }
  throw refuseBusy();
}

async function isUnchanged({ store }: Environment, { id, revision }: Flow): Promise<boolean> {
  return (await store.find("flows", { where: { id, revision } })).length > 0;
}

/** A proof counts even where no SMS may be sent now: the screen of the code then says what else there is to do. */
async function perform(
  environment: Environment,
  writers: Writers,
  { flow, newToken }: Present,
  run: Run,
  flowPerson: FlowPerson,
  at: number,
  origin: Origin,
): Promise<Outcome> {
  const before = newToken === null ? flow : { ...flow, revision: 0, proofs: [] };
  const write = async (written: Run): Promise<Outcome> => {
    const outcome = await performWrites(environment, writers, before, written, flowPerson, at, origin);
    if (newToken !== null) outcome.flowToken = newToken;
    return outcome;
  };
  try {
    return await write(run);
  } catch (error) {
    const isUnsent = error instanceof Refusal && smsRefusals.has(error.code);
    if (!isUnsent || run.proofs.length === 0 || run.state.condition !== "awaiting") throw error;
    const state = { ...run.state, issues: [{ code: "sends_exhausted" as const }] };
    const writes = run.writes.filter(({ type }) => type !== "sendSmsCode");
    return write({ ...run, state, writes });
  }
}

/**
 * Goes on, in this browser, with a flow that the person has under way elsewhere; the flow in which the proof was given ends.
 *
 * Its token stays good for the answer to a repeated request, and the browser left behind gets `flow_moved`.
 */
async function resume(
  environment: Environment,
  { flow, newToken }: Present,
  own: Flow,
  { proofs }: Run,
  at: number,
  currentFlowId: string | undefined,
): Promise<Outcome> {
  const { key, token } = await createFlowToken(environment);
  const outcome = createOutcome({
    ...own,
    cookieKey: key,
    proofs: [...own.proofs, ...proofs],
    revision: own.revision + 1,
  });
  outcome.flowToken = token;
  if (newToken === null) {
    const { id, revision } = flow;
    outcome.changes.push(
      { type: "delete", table: "flows", where: { id, revision }, expect: 1 },
      changeToRetire(flow, "rotated", at),
    );
  }
  outcome.changes.push(changeToRetire(own, own.id === currentFlowId ? "rotated" : "moved", at));
  return outcome;
}

/** What was read of the person before the event, but for what the event may have changed: who it is, and the address. */
function personAfter(environment: Environment, before: Flow, after: Flow, read: FlowPerson): FlowPerson {
  const fresh = createFlowPerson(environment, after);
  return after.state.subject === before.state.subject ? { ...read, email: fresh.email } : fresh;
}

async function filterAsync(
  flows: readonly Flow[],
  isWanted: (flow: Flow) => boolean | Promise<boolean>,
): Promise<readonly Flow[]> {
  const wanted = await Promise.all(flows.map(async (flow) => isWanted(flow)));
  return flows.filter((_flow, index) => wanted[index]);
}

async function findAsync(
  flows: readonly Flow[],
  isWanted: (flow: Flow) => boolean | Promise<boolean>,
): Promise<Flow | null> {
  const open = flows.filter(({ state }) => state.condition !== "closed");
  return (await filterAsync(open, isWanted))[0] ?? null;
}
