import { isEnded, type ActivationState, type Write } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { isStored, type AccountWrite } from "../ports/accounts.ts";
import type { Change } from "../ports/store.ts";
import { openLink, replaceLinks } from "../links/email-link.ts";
import type { Attempt, AttemptBudget } from "../security/attempts.ts";
import { createToken } from "../security/tokens.ts";
import { openSession } from "../sessions/session.ts";
import { changeToRetire, cookieKeyOf, type Flow } from "./flow.ts";
import { emailPlace, type FlowPerson } from "./flow-person.ts";
import { announceActivation } from "./announce-activation.ts";
import { reportChildren, withdrawReports } from "./report-children.ts";

/** What the machine's writes come to, gathered for one commit. */
export interface Outcome {
  /** The flow as it shall be. */
  flow: Flow;
  readonly changes: Change[];
  readonly accountWrites: AccountWrite[];
  readonly cookies: SetCookie[];
  /** What was counted against budgets on the way. */
  readonly attempts: Attempt[];
}

interface WriteContext {
  readonly environment: Environment;
  readonly flowPerson: FlowPerson;
  readonly at: number;
  /** The flow as it was read. */
  readonly before: Flow;
  readonly outcome: Outcome;
  /** The address of the flow as it shall be. */
  email: () => Promise<string | null>;
}

/** Writes of routes that are not wired are missing; a plan that would need one is refused when the handler is created. */
type Writers = {
  readonly [Type in Exclude<Write["type"], "sendMobileCode">]: (
    context: WriteContext,
    write: Extract<Write, { type: Type }>,
  ) => Promise<void> | void;
};

/** The flow has its own budget of mails; this one holds across flows given up, so that nobody's mailbox is flooded by way of a letter. */
const accountSends: AttemptBudget = { tries: 10, lockSeconds: 86_400 };

/** A flow's cookie lasts as long as the flow may; the server decides when it ends. */
const flowCookieSeconds = 7 * 86_400;

/** Gives a flow a fresh cookie. */
export async function createFlowCookie(
  environment: Environment,
): Promise<{ key: string; cookie: SetCookie }> {
  const value = createToken(environment.random);
  return {
    key: await cookieKeyOf(environment, "flow", value),
    cookie: { name: environment.cookies.flow, value, maxAgeSeconds: flowCookieSeconds },
  };
}

const writers: Writers = {
  async rotateFlow({ environment, before, at, outcome }) {
    const { key, cookie } = await createFlowCookie(environment);
    outcome.flow = { ...outcome.flow, cookieKey: key };
    outcome.cookies.push(cookie);
    outcome.changes.push(changeToRetire(before, "rotated", at));
  },

  // The letter's and the pupil's accounts have had their identifier since they were issued.
  reserveIdentifier() {},

  savePassword({ outcome }, { credential }) {
    outcome.accountWrites.push({ type: "savePassword", hash: credential });
  },

  async saveEmail(context, { email }) {
    const { environment, outcome } = context;
    context.email = () => Promise.resolve(email);
    const emailSealed = await environment.vault.seal(emailPlace(outcome.flow.id), email);
    outcome.flow = { ...outcome.flow, emailSealed };
    await replaceFlowLinks(context);
  },

  async forgetEmail(context) {
    context.email = () => Promise.resolve(null);
    context.outcome.flow = { ...context.outcome.flow, emailSealed: null };
    await replaceFlowLinks(context);
  },

  async sendEmailConfirmation({ environment, flowPerson, at, outcome, email: readEmail }, { generation }) {
    const email = await readEmail();
    if (email === null) return;
    const [account, person] = await Promise.all([flowPerson.account(), flowPerson.person()]);
    const taken = await environment.attempts.take(`email-sends:${account.id}`, accountSends);
    if (!taken.isAllowed) {
      throw new ProblemError("sends_exhausted", { retryAfterSeconds: Math.max(1, taken.until - at) });
    }
    outcome.attempts.push(taken.attempt);
    const changes = await openLink(environment, {
      account,
      person,
      flowId: outcome.flow.id,
      generation,
      isActivating: outcome.accountWrites.some(({ type }) => type === "activate"),
      email,
      at,
    });
    outcome.changes.push(...changes);
  },

  async reportChildren({ flowPerson, at, outcome }, { refused, unrecorded }) {
    outcome.changes.push(...(await reportChildren(flowPerson, { refused, unrecorded }, at)));
  },

  async activateAccount(context, { children, email: emailStatus }) {
    const { environment, flowPerson, at, outcome } = context;
    const email = await context.email();
    // Accounts that live elsewhere may have been activated by this very request, on a try before.
    const isTaken = isStored(environment.accounts) && (await flowPerson.account()).status === "active";
    const linked = new Set((await flowPerson.children()).map((child) => child.id));
    const granted = children.filter((childId) => linked.has(childId));
    // A link withdrawn since the date was given grants nothing.
    if (isTaken || (children.length > 0 && granted.length === 0))
      throw new ProblemError("event_not_accepted");
    outcome.accountWrites.push({ type: "activate", at, children: granted, email, emailStatus });
    outcome.changes.push(...withdrawReports((await flowPerson.person()).id, granted));
  },

  async notifyGuardians({ environment, flowPerson, at, outcome }, { children }) {
    outcome.changes.push(...(await announceActivation(environment, flowPerson, children, at)));
  },

  async openSession({ environment, flowPerson, at, outcome }) {
    const { change, cookie } = await openSession(environment, await flowPerson.account(), at);
    outcome.changes.push(change);
    outcome.cookies.push(cookie);
  },
};

async function replaceFlowLinks({ flowPerson, outcome, before }: WriteContext): Promise<void> {
  if (before.state.emailGeneration === 0) return;
  outcome.changes.push(replaceLinks((await flowPerson.account()).id));
}

type WiredWrite = Exclude<Write, { type: "sendMobileCode" }>;

function isWired(write: Write): write is WiredWrite {
  return Object.hasOwn(writers, write.type);
}

function perform<Type extends WiredWrite["type"]>(
  context: WriteContext,
  type: Type,
  write: Extract<WiredWrite, { type: Type }>,
): Promise<void> | void {
  const writer: Writers[Type] = writers[type];
  return writer(context, write);
}

/** Turns the machine's writes, in their order, into the changes of one commit. */
export async function performWrites(
  environment: Environment,
  before: Flow,
  state: ActivationState,
  writes: readonly Write[],
  flowPerson: FlowPerson,
  at: number,
): Promise<Outcome> {
  const outcome: Outcome = {
    flow: { ...before, state, revision: before.revision + 1 },
    changes: [],
    accountWrites: [],
    cookies: [],
    attempts: [],
  };
  const context: WriteContext = {
    environment,
    flowPerson,
    at,
    before,
    outcome,
    email: flowPerson.email,
  };
  for (const write of writes.filter(isWired)) await perform(context, write.type, write);
  if (isEnded(state)) {
    outcome.flow = { ...outcome.flow, emailSealed: null };
    outcome.cookies.push({ name: environment.cookies.flow, value: null, maxAgeSeconds: 0 });
  }
  return outcome;
}
