import { isEnded, isIdentityProven } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import { changeToRetire, changeToSave, toFlow, type Flow } from "./flow.ts";

/** The activations of a person that were proved to be theirs and are still under way, the youngest first. */
export async function findProvenFlows(
  { store, clock }: Environment,
  personId: string,
): Promise<readonly Flow[]> {
  const rows = await store.find("flows", {
    where: { person_id: personId, expires_at: { above: clock.now() } },
  });
  return rows
    .map(toFlow)
    .filter(({ state }) => isIdentityProven(state) && !isEnded(state))
    .sort((one, other) => other.state.expiresAt - one.state.expiresAt);
}

/** The flow to go on with among a person's own: one of a method that the proof just given would lead to. */
export function flowToResume(flows: readonly Flow[], isSuitable: (flow: Flow) => boolean): Flow | null {
  return flows.find((flow) => flow.state.condition !== "closed" && isSuitable(flow)) ?? null;
}

/** A flow as it goes on in the browser that just proved who it is. */
export function moveFlow(flow: Flow, cookieKey: string): Flow {
  return { ...flow, cookieKey, revision: flow.revision + 1 };
}

/** The changes that take a flow to another browser; the one it leaves is told so, unless it is the same. */
export function changesToMove(before: Flow, moved: Flow, isSameBrowser: boolean, at: number): Change[] {
  return [changeToSave(before, moved), changeToRetire(before, isSameBrowser ? "rotated" : "moved", at)];
}

/**
 * The changes that end a person's other activations: whoever proved last goes on, and nobody else's choice of a password or an
 * address finds its way into their account. The browsers left behind are told that it goes on elsewhere.
 */
export function changesToLeave(flows: readonly Flow[], at: number): Change[] {
  return flows.flatMap((flow): Change[] => [
    { type: "delete", table: "flows", where: { id: flow.id } },
    { type: "delete", table: "sms_codes", where: { flow_id: flow.id } },
    changeToRetire(flow, "moved", at),
  ]);
}
