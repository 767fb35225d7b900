import { isQuestion, startProvenFlow, type Write } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { VerifiedAccount } from "../authentication/password.ts";
import type { Environment } from "../environment.ts";
import { settleNewFlow, type Advanced, type FlowParts } from "../flows/advance-flow.ts";
import { createFlow, createFlowToken, type Flow } from "../flows/flow.ts";
import type { Origin } from "../flows/write.ts";
import { isStored, type Credential } from "../ports/accounts.ts";
import type { Change } from "../ports/store.ts";
import { Refusal } from "../refusal.ts";
import { createToken } from "../security/tokens.ts";

/** A letter leads back to the flow it began; a password chosen on the way, to whichever flow it was chosen in. */
function isBehindPassword({ state }: Flow, { type }: Credential): boolean {
  return state.plan.steps[0]?.name === "login" || (type === "password" && state.done.includes("password"));
}

/** The browser that a person signs in with. */
export interface SigningInBrowser {
  readonly origin: Origin;
  /** The flow that it has under way, whoever's it is. */
  readonly current: Flow | null;
  /** Changes to commit together with the flow. */
  readonly changes: readonly Change[];
}

/**
 * Starts the activation of a person who has signed in to a pending account, or goes on with the one under way, which leaves the browser
 * it was in.
 *
 * @returns `superseded` when somebody else changed the account or its flow in this very moment.
 * @throws {Refusal} `credentials_refused` for a person whom the directory no longer knows.
 */
export async function signInToActivation(
  environment: Environment,
  parts: FlowParts,
  { account, proof, use, changes }: VerifiedAccount,
  browser: SigningInBrowser,
): Promise<Advanced> {
  const { accounts, directory, plans, policy, random, clock } = environment;
  const person = await directory.findPerson(account.personId);
  const plan = person && plans[person.kind === "pupil" ? "pupil" : "letter"];
  if (!plan) throw new Refusal("credentials_refused");
  const started = startProvenFlow(plan, account.personId, clock.now(), policy);
  const { key, token } = await createFlowToken(environment);
  const flow = createFlow(environment, key, started.state, [proof]);
  const run = {
    state: started.state,
    writes: started.effects.filter((effect): effect is Write => !isQuestion(effect)),
    changes: [],
    kept: {},
    proofs: [proof],
    attempts: [],
    rejection: null,
    isContested: false,
  };
  if (!isStored(accounts)) await accounts.recordUse(use, createToken(random));
  return settleNewFlow(environment, parts, { flow, token }, run, {
    origin: browser.origin,
    requestId: flow.id,
    succession: { resumes: (other) => isBehindPassword(other, use.credential), ends: () => true },
    ...(browser.current && { currentFlowId: browser.current.id }),
    changes: [...changes, ...browser.changes],
    alongside: async ({ flow: after, isResumed }) => [
      // A new flow is tied to the account as it was read: two devices at once begin one, and a letter reissued meanwhile none.
      ...(!isResumed && isStored(accounts) ? await accounts.changesFor(account, []) : []),
      ...(isStored(accounts) ? accounts.changesToRecordUse(use) : []),
      auditEntry(random, clock.now(), isResumed ? "flow_resumed" : "flow_started", account.personId, {
        flow: after.id,
        method: after.state.plan.method,
      }),
    ],
  });
}
