import type { StatusResponse } from "@educonnect-activation/core";
import type { Journey } from "../journey.ts";
import type { Stage } from "../journey-state.ts";
import { showView } from "../place-status.ts";

/** The end of the activation or session that is shown, as the server last told it. Instants are epoch seconds by the server's clock. */
export interface TimeLimit {
  readonly of: "flow" | "session";
  readonly endsAt: number;
  /** When the server told it. */
  readonly now: number;
  /** Whether more time can be had. */
  readonly canExtend: boolean;
}

/** Finds the time limit of the given stage. Returns null if there is none, or if another page is responsible for the warning. */
export function limitOf(stage: Stage): TimeLimit | null {
  if (stage.name === "flow") {
    const { condition, expiresAt, now, accepts } = stage.view;
    // A closed or finished flow loses nothing when its time runs out.
    if (condition !== "awaiting" && condition !== "refused") return null;
    // The server grants more time only near the end, so an earlier view that does not accept the request is no refusal.
    const canExtend = expiresAt - now > 180 || accepts.includes("moreTimeRequested");
    return { of: "flow", endsAt: expiresAt, now, canExtend };
  }
  // If the page of services is not shown here, the page that shows it gives the warning.
  if (stage.name !== "services" || stage.page === null || stage.session === null) return null;
  const { expiresAt, endsAt, now } = stage.session;
  return { of: "session", endsAt: expiresAt, now, canExtend: endsAt - expiresAt >= 60 };
}

/** Finds the time limit of the given stage in a status that the server sent later. */
export function limitNow(stage: Stage, { flow, session }: StatusResponse): TimeLimit | null {
  if (stage.name === "flow") return flow && limitOf({ name: "flow", view: flow });
  return stage.name === "services" ? limitOf({ ...stage, session }) : null;
}

/** Asks for more time: for the activation, or for the session of « Mes services ». */
export async function askForMoreTime(journey: Journey): Promise<void> {
  const { stage } = journey.state;
  if (stage.name === "services") {
    return journey.run(async (client, call) => {
      const session = await client.extendSession(call);
      return { stage: { ...stage, session, page: stage.page && { ...stage.page, session } } };
    });
  }
  if (stage.name !== "flow") return;
  const { revision } = stage.view;
  return journey.run(async (client, call) => {
    const view = await client.sendEvent({ revision, event: { type: "moreTimeRequested" } }, call);
    // Only the end of the flow has changed, so the messages at the fields stay and are not announced again.
    return view.condition === "awaiting" ? { stage: { name: "flow", view } } : showView(view);
  });
}
