import type { ProblemCode } from "@educonnect-activation/core";
import { isRecentlyProven, type Strength } from "../authentication/proof.ts";
import type { Environment } from "../environment.ts";
import { findFlow, type FoundFlow } from "../flows/flow.ts";
import type { PlainRequest } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { findSession, type Session } from "../sessions/session.ts";

/** What must be under way in a browser before an endpoint does anything. */
export interface Requirement<Found extends object> {
  /** The cookie that shows it; null when nothing is required. */
  readonly cookie: "flow" | "session" | null;
  /** Why it is not met. */
  readonly problems: readonly ProblemCode[];
  /**
   * Finds what is required, and gives it to the handler.
   *
   * @throws {ProblemError} when it is not there.
   */
  find(environment: Environment, request: PlainRequest): Promise<Found>;
}

/** Requires nothing. */
export const nothing: Requirement<object> = {
  cookie: null,
  problems: [],
  find: () => Promise.resolve({}),
};

/** A flow, or one whose cookie was replaced a moment ago: its kept answers may still be asked for, and nothing else. */
export interface RequiredFlow {
  readonly found: Exclude<FoundFlow, { readonly found: "nothing" }>;
}

/** Requires a flow in this browser. */
export const flowRequired: Requirement<RequiredFlow> = {
  cookie: "flow",
  problems: ["flow_missing", "flow_moved"],
  async find(environment, { cookies }) {
    const found = await findFlow(environment, cookies.get(environment.cookies.flow));
    if (found.found === "nothing") throw new ProblemError("flow_missing");
    if (found.found === "retired" && found.reason === "moved") throw new ProblemError("flow_moved");
    return { found };
  },
};

/** Who is signed in. */
export interface RequiredSession {
  readonly session: Session;
}

/** Requires that somebody is signed in. */
export const sessionRequired: Requirement<RequiredSession> = {
  cookie: "session",
  problems: ["session_missing"],
  async find(environment, { cookies }) {
    const session = await findSession(environment, cookies.get(environment.cookies.session));
    if (session === null) throw new ProblemError("session_missing");
    return { session };
  },
};

/**
 * Requires that whoever is signed in has proved who they are within the last seconds, for what a session left open must not do
 * (ASVS 7.5.1).
 *
 * @param least how strong the proof must be.
 */
export function freshSessionRequired(
  withinSeconds: number,
  least: Strength = "single",
): Requirement<RequiredSession> {
  return {
    ...sessionRequired,
    async find(environment, request) {
      const found = await sessionRequired.find(environment, request);
      const now = environment.clock.now();
      if (!isRecentlyProven(found.session, least, withinSeconds, now)) {
        throw new ProblemError("session_missing");
      }
      return found;
    },
  };
}
