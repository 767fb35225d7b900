import { isEnded, type Purpose, type Write } from "@educonnect-activation/core";
import { openLink, replaceLinks } from "../confirmation-links/confirmation-link.ts";
import type { Environment } from "../environment.ts";
import { currentPassword, isStored, type Account, type AccountWrite } from "../ports/accounts.ts";
import type { Report } from "../ports/reports.ts";
import type { Change } from "../ports/store.ts";
import { refuseUntil, Refusal } from "../refusal.ts";
import type { AttemptBudget } from "../authentication/attempts.ts";
import { changesToEndSessions, openSession, type OpenedSession } from "../sessions/session.ts";
import type { DeviceKind } from "../sessions/device.ts";
import { changesToLeave, changeToRetire, createFlowToken, findProvenFlows, type Flow } from "./flow.ts";
import { decryptIdentity } from "./flow-identity.ts";
import { emailPlace, type FlowPerson } from "./flow-person.ts";
import type { Run } from "./run-machine.ts";
import { sendSmsCode } from "./sms-code.ts";

/** What the machine's writes come to, gathered for one commit. */
export interface Outcome {
  /** The flow as it shall be. */
  flow: Flow;
  readonly changes: Change[];
  readonly accountWrites: AccountWrite[];
  /** What schools are to be told. */
  readonly reports: Report[];
  /** Children about whom nothing is to be told any more. */
  readonly withdrawn: string[];
  /** The browser's new flow token; null takes it away, and undefined leaves it as it is. */
  flowToken: string | null | undefined;
  session: OpenedSession | null;
  /** Refund what was counted on the way, when the commit is not made. */
  readonly refunds: (() => Promise<void>)[];
}

/** What the request tells of the page and the browser that an event comes from. */
export interface Origin {
  /** Where the request came from, as far as the server can tell. */
  readonly clientAddress: string | null;
  /** The `Accept-Language` header, which alone decides the language of a mail; null where no page asks for one. */
  readonly acceptLanguage: string | null;
  readonly device: DeviceKind;
}

/** What a write is made from. */
export interface WriteContext {
  readonly environment: Environment;
  readonly flowPerson: FlowPerson;
  readonly at: number;
  readonly origin: Origin;
  /** The flow as it was read. */
  readonly before: Flow;
  readonly outcome: Outcome;
  /** The person's other flows that this event ends. */
  readonly left: Set<string>;
  /** Reads the address of the flow as it shall be. */
  email: () => Promise<string | null>;
}

/** Makes each write of the machine into changes of the commit. */
export type Writers = {
  readonly [Type in Write["type"]]: (
    context: WriteContext,
    write: Extract<Write, { type: Type }>,
  ) => Promise<void> | void;
};

/** The accounts that a purpose is for; a flow never changes any other. */
const accountStatus: Readonly<Record<Purpose, Account["status"]>> = {
  activation: "pending",
  recovery: "active",
};

/**
 * The flow has its own budget of mails; this one holds across flows that were given up, so that nobody's mailbox can be flooded through
 * a letter.
 */
const accountSends: AttemptBudget = { tries: 10, lockSeconds: 86_400 };

/** The writes that any purpose may ask for. */
export const commonWriters = {
  async rotateFlow({ environment, before, at, outcome }) {
    const { key, token } = await createFlowToken(environment);
    outcome.flow = { ...outcome.flow, cookieKey: key };
    outcome.flowToken = token;
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
    await checkAccountStatus(context);
    // Only the flow that it was chosen in may go on to make it an active account's.
    await leaveOthers(context);
    const { flowPerson, outcome, at } = context;
    const before = currentPassword(await flowPerson.credentials());
    // From here on only the chosen password opens the flow, for as long as the letter would have (protocol, "Letter").
    outcome.accountWrites.push(
      { type: "removeCredentials", credentialType: "provisional" },
      {
        type: "saveCredential",
        credential: {
          type: "password",
          secret: credential,
          lookupKeys: [],
          createdAt: at,
          expiresAt: before?.expiresAt ?? null,
        },
      },
    );
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
    const { environment, flowPerson, at, origin, outcome, email: readEmail } = context;
    const email = await readEmail();
    if (email === null) return;
    // The mail names the identifier, so there must be one, whatever the plan's order.
    const [account, person] = await Promise.all([flowPerson.openAccount(), flowPerson.person()]);
    const taken = await environment.attempts.take(`email-sends:${account.id}`, accountSends);
    if (!taken.isAllowed) throw refuseUntil("sends_exhausted", taken.until, at);
    outcome.refunds.push(() => environment.attempts.refund(taken.attempt));
    const changes = await openLink(environment, {
      account,
      person,
      flowId: outcome.flow.id,
      generation,
      isActivating: outcome.accountWrites.some(({ type }) => type === "activate"),
      email,
      acceptLanguage: origin.acceptLanguage,
      at,
    });
    outcome.changes.push(...changes);
  },

  async endSessions({ flowPerson, outcome }) {
    outcome.changes.push(changesToEndSessions((await flowPerson.account()).id));
  },

  async openSession({ environment, flowPerson, at, origin, outcome, before }) {
    const identity = await decryptIdentity(environment, before);
    outcome.session = await openSession(environment, {
      account: await flowPerson.account(),
      proofs: before.proofs,
      device: origin.device,
      idToken: identity?.idToken ?? null,
      at,
    });
    outcome.changes.push(outcome.session.change);
  },
} satisfies Partial<Writers>;

/** Refuses to change an account that the flow's purpose is not for. One that lives elsewhere may have been changed by this very request, on an earlier try. */
export async function checkAccountStatus({ environment, flowPerson, before }: WriteContext): Promise<void> {
  if (!isStored(environment.accounts)) return;
  const { status } = await flowPerson.account();
  if (status !== accountStatus[before.state.plan.purpose]) throw new Refusal("event_not_accepted");
}

/** Ends whatever else the person has under way, once for each event. */
export async function leaveOthers({ environment, before, at, outcome, left }: WriteContext): Promise<void> {
  const flows = await findProvenFlows(environment, before.state.subject ?? "");
  const others = flows.filter(({ id }) => id !== before.id && !left.has(id));
  for (const { id } of others) left.add(id);
  outcome.changes.push(...changesToLeave(others, at));
}

async function replaceFlowLinks({ flowPerson, outcome, before }: WriteContext): Promise<void> {
  if (before.state.emailGeneration === 0) return;
  outcome.changes.push(replaceLinks((await flowPerson.account()).id));
}

function write<Type extends Write["type"]>(
  writers: Writers,
  context: WriteContext,
  type: Type,
  one: Extract<Write, { type: Type }>,
): Promise<void> | void {
  const writer: Writers[Type] = writers[type];
  return writer(context, one);
}

/** An outcome that changes nothing but the flow itself. */
export function createOutcome(flow: Flow): Outcome {
  return {
    flow,
    changes: [],
    accountWrites: [],
    reports: [],
    withdrawn: [],
    flowToken: undefined,
    session: null,
    refunds: [],
  };
}

/**
 * Turns what the machine came to, its writes in their order, into the changes of one commit.
 *
 * @throws {Refusal} for what can't be sent or written now.
 */
export async function performWrites(
  environment: Environment,
  writers: Writers,
  before: Flow,
  { state, writes, kept, proofs }: Pick<Run, "state" | "writes" | "kept" | "proofs">,
  flowPerson: FlowPerson,
  at: number,
  origin: Origin,
): Promise<Outcome> {
  const outcome = createOutcome({
    ...before,
    ...kept,
    proofs: proofs.length === 0 ? before.proofs : [...before.proofs, ...proofs],
    state,
    revision: before.revision + 1,
  });
  const context: WriteContext = {
    environment,
    flowPerson,
    at,
    origin,
    before,
    outcome,
    left: new Set(),
    email: flowPerson.email,
  };
  for (const one of writes) await write(writers, context, one.type, one);
  if (isEnded(state)) {
    outcome.flow = { ...outcome.flow, emailEncrypted: null, contactEncrypted: null, identityEncrypted: null };
    outcome.changes.push({ type: "delete", table: "sms_codes", where: { flow_id: before.id } });
    outcome.flowToken = null;
  }
  return outcome;
}
