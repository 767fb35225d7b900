import type { Environment } from "../environment.ts";
import { isStored } from "../ports/accounts.ts";
import { areStored } from "../ports/reports.ts";
import { CommitOutcomeUnknownError } from "../ports/store-errors.ts";
import type { Change } from "../ports/store.ts";
import { changeToSave, toRow, type Flow } from "./flow.ts";
import type { FlowPerson } from "./flow-person.ts";
import type { Outcome } from "./write.ts";

async function changesToReport(
  { reports }: Environment,
  { reports: reported, withdrawn }: Outcome,
  flowPerson: FlowPerson,
  requestId: string,
): Promise<readonly Change[]> {
  if (reported.length === 0 && withdrawn.length === 0) return [];
  const personId = (await flowPerson.person()).id;
  if (areStored(reports)) {
    return [...reports.changesToRecord(reported), ...reports.changesToWithdraw(personId, withdrawn)];
  }
  // A key of its own: under the first one a second call would change nothing.
  if (reported.length > 0) await reports.record(reported, requestId);
  if (withdrawn.length > 0) await reports.withdraw(personId, withdrawn, `${requestId}:withdraw`);
  return [];
}

/**
 * Makes what an event came to durable, all or nothing: the flow at its next revision, its messages, its audit entry and the writes on the
 * account. Accounts and reports that live elsewhere are written first, under a key that makes a second call harmless. What was counted
 * for its messages is refunded when they do not leave.
 *
 * @param before the flow as it was read; null for a new one.
 * @param requestId the same for a request and its repetition, another for any other request.
 * @returns false when another request was faster; nothing is changed then.
 */
export async function commitOutcome(
  environment: Environment,
  before: Flow | null,
  outcome: Outcome,
  flowPerson: FlowPerson,
  requestId: string,
  others: readonly Change[],
): Promise<boolean> {
  try {
    const isCommitted = await commit(environment, before, outcome, flowPerson, requestId, others);
    if (!isCommitted) await refund(outcome);
    return isCommitted;
  } catch (error) {
    // What may have been committed may leave, and counts.
    if (!(error instanceof CommitOutcomeUnknownError)) await refund(outcome);
    throw error;
  }
}

/** Refunds what was counted for messages that will not leave; a count that can't be refunded only makes somebody wait. */
async function refund({ refunds }: Pick<Outcome, "refunds">): Promise<void> {
  for (const refundOne of refunds) await refundOne().catch(() => {});
}

async function commit(
  environment: Environment,
  before: Flow | null,
  outcome: Outcome,
  flowPerson: FlowPerson,
  requestId: string,
  others: readonly Change[],
): Promise<boolean> {
  const { accounts, store } = environment;
  const accountChanges: Change[] = [];
  if (outcome.accountWrites.length > 0) {
    const account = await flowPerson.account();
    if (isStored(accounts))
      accountChanges.push(...(await accounts.changesFor(account, outcome.accountWrites)));
    else await accounts.apply(account, outcome.accountWrites, requestId);
  }
  const reportChanges = await changesToReport(environment, outcome, flowPerson, requestId);
  const result = await store.commit([
    before === null
      ? { type: "insert", table: "flows", row: toRow(outcome.flow) }
      : changeToSave(before, outcome.flow),
    // What was answered comes first: a link used or disowned must not be found replaced by what follows from it.
    ...others,
    ...outcome.changes,
    ...accountChanges,
    ...reportChanges,
  ]);
  if (!result.committed) return false;
  if (outcome.changes.some((change) => change.table === "outbox")) environment.wakeOutbox();
  return true;
}
