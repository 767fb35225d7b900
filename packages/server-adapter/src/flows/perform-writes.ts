import { isEnded, type Write } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { isStored, type AccountWrite } from "../ports/accounts.ts";
import type { Report } from "../ports/reports.ts";
import type { Change } from "../ports/store.ts";
import { openLink, replaceLinks } from "../confirmation-links/confirmation-link.ts";
import type { AttemptBudget } from "../security/attempts.ts";
import { createToken } from "../security/tokens.ts";
import { openSession } from "../sessions/session.ts";
import { changeToRetire, cookieKeyOf, type Flow } from "./flow.ts";
import { emailPlace, type FlowPerson } from "./flow-person.ts";
import { announceActivation } from "./announce-activation.ts";
import type { Run } from "./run-machine.ts";
import { identityKey, identityKeys, mayBeHomonym, decryptIdentity } from "./federated-identity.ts";
import { changesToLeave, findProvenFlows } from "./own-flows.ts";
import { reportChildren } from "./report-children.ts";
import { sendSmsCode } from "./send-sms-code.ts";

/** What the machine's writes come to, gathered for one commit. */
export interface Outcome {
  /** The flow as it shall be. */
  flow: Flow;
  readonly changes: Change[];
  readonly accountWrites: AccountWrite[];
  /** What schools are to be told. */
  readonly reports: Report[];
  /** Children of whom nothing is to be told any more. */
  readonly withdrawn: string[];
  readonly cookies: SetCookie[];
  /** Take back what was counted on the way, when the commit is not made. */
  readonly refunds: (() => Promise<void>)[];
}

interface WriteContext {
  readonly environment: Environment;
  readonly flowPerson: FlowPerson;
  readonly at: number;
  readonly acceptLanguage: string | null;
  /** The flow as it was read. */
  readonly before: Flow;
  readonly outcome: Outcome;
  /** The person's other flows that this event ends. */
  readonly left: Set<string>;
  /** The address of the flow as it shall be. */
  email: () => Promise<string | null>;
}

type Writers = {
  readonly [Type in Write["type"]]: (
    context: WriteContext,
    write: Extract<Write, { type: Type }>,
  ) => Promise<void> | void;
};

/** The flow has its own budget of mails; this one holds across flows given up, so that nobody's mailbox is flooded by way of a letter. */
const accountSends: AttemptBudget = { tries: 10, lockSeconds: 86_400 };

/** Gives a flow a fresh cookie. */
export async function createFlowCookie(
  environment: Environment,
): Promise<{ key: string; cookie: SetCookie }> {
  const value = createToken(environment.random);
  const { unprovenCeilingSeconds, provenTtlSeconds } = environment.policy;
  // As long as the flow may last, whatever time it is given; the server decides when it ends.
  const maxAgeSeconds = Math.max(unprovenCeilingSeconds, provenTtlSeconds);
  return {
    key: await cookieKeyOf(environment, "flow", value),
    cookie: { name: environment.cookies.flow, value, maxAgeSeconds },
  };
}

const writers: Writers = {
  async rotateFlow({ environment, before, at, outcome }) {
    const { key, cookie } = await createFlowCookie(environment);
    outcome.flow = { ...outcome.flow, cookieKey: key };
    outcome.cookies.push(cookie);
    outcome.changes.push(changeToRetire(before, "rotated", at));
  },

  // Outside the commit: an account opened for nothing lets nobody in, and is the same one next time.
  async reserveIdentifier({ flowPerson }) {
    await flowPerson.openAccount();
  },

  async sendSmsCode({ environment, at, outcome }) {
    const { changes, refund } = await sendSmsCode(environment, outcome.flow, at);
    outcome.changes.push(...changes);
    outcome.refunds.push(refund);
  },

  async savePassword(context, { credential }) {
    await refuseWhenActive(context);
    // Only the activation it was chosen in may go on to make it an active account's.
    await leaveOthers(context);
    context.outcome.accountWrites.push({ type: "savePassword", hash: credential });
  },

  async saveEmail(context, { email }) {
    const { environment, outcome } = context;
    context.email = () => Promise.resolve(email);
    const emailEncrypted = await environment.vault.encrypt(emailPlace(outcome.flow.id), email);
    outcome.flow = { ...outcome.flow, emailEncrypted };
    await replaceFlowLinks(context);
  },

  async forgetEmail(context) {
    context.email = () => Promise.resolve(null);
    context.outcome.flow = { ...context.outcome.flow, emailEncrypted: null };
    await replaceFlowLinks(context);
  },

  async sendConfirmationMail(context, { generation }) {
    const { environment, flowPerson, at, acceptLanguage, outcome, email: readEmail } = context;
    const email = await readEmail();
    if (email === null) return;
    // The mail names the identifier, so there must be one, whatever the plan's order.
    const [account, person] = await Promise.all([flowPerson.openAccount(), flowPerson.person()]);
    const taken = await environment.attempts.take(`email-sends:${account.id}`, accountSends);
    if (!taken.isAllowed) {
      throw new ProblemError("sends_exhausted", { retryAfterSeconds: Math.max(1, taken.until - at) });
    }
    outcome.refunds.push(() => environment.attempts.refund(taken.attempt));
    const changes = await openLink(environment, {
      account,
      person,
      flowId: outcome.flow.id,
      generation,
      isActivating: outcome.accountWrites.some(({ type }) => type === "activate"),
      email,
      acceptLanguage,
      at,
    });
    outcome.changes.push(...changes);
  },

  async reportChildren({ environment, flowPerson, at, outcome }, { refused, unrecorded }) {
    // As it shall be: right dates of other children, given in the same answer, tell who it is.
    const isIdentitySure = !mayBeHomonym(outcome.flow, await decryptIdentity(environment, outcome.flow));
    outcome.reports.push(...(await reportChildren(flowPerson, { refused, unrecorded }, at, isIdentitySure)));
  },

  async activateAccount(context, { children, email: emailStatus }) {
    const { flowPerson, at, outcome, before } = context;
    await refuseWhenActive(context);
    const email = await context.email();
    const linked = new Set((await flowPerson.children()).map((child) => child.id));
    const granted = children.filter((childId) => linked.has(childId));
    // A link withdrawn since the date was given grants nothing.
    if (children.length > 0 && granted.length === 0) throw new ProblemError("event_not_accepted");
    // A password chosen by whoever had the letter must not open what was activated without it.
    const isChosenHere =
      before.state.done.includes("password") ||
      outcome.accountWrites.some(({ type }) => type === "savePassword");
    if (!isChosenHere) outcome.accountWrites.push({ type: "forgetPassword" });
    outcome.accountWrites.push({ type: "activate", at, children: granted, email, emailStatus });
    outcome.withdrawn.push(...granted);
    // Whatever else the person has under way could only fail now.
    await leaveOthers(context);
    outcome.changes.push(...(await rememberIdentity(context)));
  },

  async endSessions({ flowPerson, outcome }) {
    const { id } = await flowPerson.account();
    outcome.changes.push({ type: "delete", table: "sessions", where: { account_id: id } });
  },

  async notifyGuardians({ environment, flowPerson, at, outcome }, { children }) {
    outcome.changes.push(...(await announceActivation(environment, flowPerson, children, at)));
  },

  async openSession({ environment, flowPerson, at, outcome, before }) {
    const identity = await decryptIdentity(environment, before);
    const account = await flowPerson.account();
    const { change, cookie } = await openSession(environment, account, at, identity?.idToken);
    outcome.changes.push(change);
    outcome.cookies.push(cookie);
  },
};

/** An active account is changed by nobody who activates it. Those that live elsewhere may be by this very request, on a try before. */
async function refuseWhenActive({ environment, flowPerson }: WriteContext): Promise<void> {
  if (isStored(environment.accounts) && (await flowPerson.account()).status === "active") {
    throw new ProblemError("event_not_accepted");
  }
}

/** Ends whatever else the person has under way, once for each event. */
async function leaveOthers({ environment, before, at, outcome, left }: WriteContext): Promise<void> {
  const flows = await findProvenFlows(environment, before.state.subject ?? "");
  const others = flows.filter(({ id }) => id !== before.id && !left.has(id));
  for (const { id } of others) left.add(id);
  outcome.changes.push(...changesToLeave(others, at));
}

async function replaceFlowLinks({ flowPerson, outcome, before }: WriteContext): Promise<void> {
  if (before.state.emailGeneration === 0) return;
  outcome.changes.push(replaceLinks((await flowPerson.account()).id));
}

/** From now on the identity that opened the flow opens the account. */
async function rememberIdentity({ environment, flowPerson, at, before }: WriteContext): Promise<Change[]> {
  const identity = await decryptIdentity(environment, before);
  if (identity === null) return [];
  const [key, keys] = await Promise.all([
    identityKey(environment, identity),
    identityKeys(environment, identity),
  ]);
  const row = { key, account_id: (await flowPerson.account()).id, created_at: at };
  return [
    ...keys.map((known): Change => ({
      type: "delete",
      table: "federated_identities",
      where: { key: known },
    })),
    { type: "insert", table: "federated_identities", row },
  ];
}

function perform<Type extends Write["type"]>(
  context: WriteContext,
  type: Type,
  write: Extract<Write, { type: Type }>,
): Promise<void> | void {
  const writer: Writers[Type] = writers[type];
  return writer(context, write);
}

/**
 * Turns what the machine came to, its writes in their order, into the changes of one commit.
 *
 * @param acceptLanguage the header of the page's request, for the mail that it asks for; null where no page asks for one
 */
export async function performWrites(
  environment: Environment,
  before: Flow,
  { state, writes, kept }: Pick<Run, "state" | "writes" | "kept">,
  flowPerson: FlowPerson,
  at: number,
  acceptLanguage: string | null = null,
): Promise<Outcome> {
  const outcome: Outcome = {
    flow: { ...before, ...kept, state, revision: before.revision + 1 },
    changes: [],
    accountWrites: [],
    reports: [],
    withdrawn: [],
    cookies: [],
    refunds: [],
  };
  const context: WriteContext = {
    environment,
    flowPerson,
    at,
    acceptLanguage,
    before,
    outcome,
    left: new Set(),
    email: flowPerson.email,
  };
  for (const write of writes) await perform(context, write.type, write);
  if (isEnded(state)) {
    outcome.flow = { ...outcome.flow, emailEncrypted: null, contactEncrypted: null, identityEncrypted: null };
    outcome.changes.push({ type: "delete", table: "sms_codes", where: { flow_id: before.id } });
    outcome.cookies.push({ name: environment.cookies.flow, value: null, maxAgeSeconds: 0 });
  }
  return outcome;
}
