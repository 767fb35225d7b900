import { startProvenFlow, type ActivationState, type SignInResponse } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { VerifiedAccount } from "../accounts/verify-password.ts";
import type { Environment } from "../environment.ts";
import type { PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { isStored, type Account } from "../ports/accounts.ts";
import type { Change } from "../ports/store.ts";
import { createToken } from "../security/tokens.ts";
import { toRow, type Flow } from "./flow.ts";
import { changesToLeave, changesToMove, findProvenFlows, flowToResume, moveFlow } from "./own-flows.ts";
import { createFlowCookie } from "./perform-writes.ts";
import { showFlow } from "./show-flow.ts";

/** A letter leads back to the flow it began; a password chosen on the way, to whichever flow it was chosen in. */
function isBehindPassword({ state }: Flow, { passwordHash }: Account): boolean {
  return state.plan.steps[0]?.name === "login" || (passwordHash !== null && state.done.includes("password"));
}

/** The state of a flow whose person has just proved who they are with the letter. */
async function startProven(environment: Environment, account: Account): Promise<ActivationState> {
  const { directory, plans, policy, clock } = environment;
  const person = await directory.findPerson(account.personId);
  const plan = person && plans[person.kind === "pupil" ? "pupil" : "letter"];
  if (!plan) throw new ProblemError("credentials_refused");
  return startProvenFlow(plan, account.personId, clock.now(), policy).state;
}

/**
 * Begins an activation, or goes on with the one under way, which leaves the browser it was in.
 *
 * @param current this browser's flow, if any.
 * @returns null when somebody else changed the account or its flow in this very moment; nothing is changed then.
 */
export async function enterFlow(
  environment: Environment,
  { account, changes, writes }: VerifiedAccount,
  current: Flow | null,
): Promise<PlainResponse | null> {
  const { accounts, store, random, clock } = environment;
  const { key: cookieKey, cookie } = await createFlowCookie(environment);
  const flows = await findProvenFlows(environment, account.personId);
  const own = flowToResume(flows, (candidate) => isBehindPassword(candidate, account));
  const flow: Flow = own
    ? moveFlow(own, cookieKey)
    : {
        id: createToken(random, 16),
        cookieKey,
        revision: 1,
        state: await startProven(environment, account),
        emailEncrypted: null,
        contactEncrypted: null,
        identityEncrypted: null,
      };
  const at = clock.now();
  const saved: Change[] = own
    ? changesToMove(own, flow, own.id === current?.id, at)
    : [{ type: "insert", table: "flows", row: toRow(flow) }];
  // A new flow is tied to the account as it was read: two devices at once begin one, and a letter reissued meanwhile none.
  const isTied = own === null || writes.length > 0;
  const tie = isTied && isStored(accounts) ? await accounts.changesFor(account, writes) : [];
  const result = await store.commit([
    ...saved,
    ...changesToLeave(
      flows.filter(({ id }) => id !== flow.id),
      at,
    ),
    ...tie,
    ...changes,
    auditEntry(random, at, own ? "flow_resumed" : "flow_started", account.personId, {
      flow: flow.id,
      method: flow.state.plan.method,
    }),
  ]);
  if (!result.committed) return null;
  const body: SignInResponse = { outcome: "flow", flow: await showFlow(environment, flow) };
  return { status: 200, body, cookies: [cookie] };
}
