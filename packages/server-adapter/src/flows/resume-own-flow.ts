import { isIdentityProven, type ActivationState } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import { changeToRetire, type Flow } from "./flow.ts";
import { moveFlow } from "./own-flows.ts";
import { createFlowCookie, type Outcome } from "./perform-writes.ts";

/** Whether an event has just proved who the person is. */
export function isProofJustGiven(before: ActivationState, after: ActivationState): boolean {
  return !isIdentityProven(before) && isIdentityProven(after);
}

/**
 * Goes on, in this browser, with the activation that the person has under way elsewhere; the flow the proof was given in ends.
 *
 * Its cookie stays good for the answer to a repeated request, and the browser left behind gets `flow_moved`.
 */
export async function resumeOwnFlow(
  environment: Environment,
  flow: Flow,
  own: Flow,
  at: number,
): Promise<Outcome> {
  const { key, cookie } = await createFlowCookie(environment);
  const moved = moveFlow(own, key);
  const ended: Change = {
    type: "delete",
    table: "flows",
    where: { id: flow.id, revision: flow.revision },
    expect: 1,
  };
  return {
    flow: moved,
    changes: [ended, changeToRetire(flow, "rotated", at), changeToRetire(own, "moved", at)],
    accountWrites: [],
    reports: [],
    withdrawn: [],
    cookies: [cookie],
    refunds: [],
  };
}
