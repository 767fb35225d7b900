import type { StatusResponse } from "@educonnect-activation/core";
import type { Journey } from "../journey.ts";
import type { Stage } from "../journey-state.ts";
import { showView } from "../place-status.ts";

/** What will end, as the server last said; instants are epoch seconds by its clock. */
export interface TimeLimit {
  readonly of: "flow" | "session";
  readonly endsAt: number;
  /** When the server said so. */
  readonly now: number;
  /** Whether more time can be had. */
  readonly canExtend: boolean;
}

/** Finds the limit on what is shown; null where there is none, or where another page has to tell of it. */
export function limitOf(stage: Stage): TimeLimit | null {
  if (stage.name === "flow") {
    const { condition, expiresAt, now, accepts } = stage.view;
    // Where the way on is closed, or all is done, nothing is lost with the time.
    if (condition !== "awaiting" && condition !== "refused") return null;
    // More is had near the end, which is when the server is asked again: what it said long before is no "no".
    const canExtend = expiresAt - now > 180 || accepts.includes("moreTimeRequested");
    return { of: "flow", endsAt: expiresAt, now, canExtend };
  }
  // Without its page the services are somewhere else, and so is who must warn.
  if (stage.name !== "services" || stage.page === null || stage.session === null) return null;
  const { expiresAt, endsAt, now } = stage.session;
  return { of: "session", endsAt: expiresAt, now, canExtend: endsAt - expiresAt >= 60 };
}

/** The same, as a status tells it of what is shown. */
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
    // Only the end has moved: what was told at the fields stays, and is not told again.
    return view.condition === "awaiting" ? { stage: { name: "flow", view } } : showView(view);
  });
}
