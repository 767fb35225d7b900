import type { StatusResponse } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import { findFlow, isOpen } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { methodsOffered } from "./methods-offered.ts";
import { findSession } from "../sessions/session.ts";

/** Tells a page that opens what is under way in its browser; changes nothing. */
export async function readStatus(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  const { cookies, clock } = environment;
  const found = await findFlow(environment, request.cookies.get(cookies.flow));
  if (found.found === "retired" && found.reason === "moved") {
    throw new ProblemError("flow_moved", {
      cookies: [{ name: cookies.flow, value: null, maxAgeSeconds: 0 }],
    });
  }
  const session = await findSession(environment, request.cookies.get(cookies.session));
  const flow = found.found === "flow" && isOpen(found.flow, clock.now()) ? found.flow : null;
  const body: StatusResponse = {
    flow: flow && (await showFlow(environment, flow)),
    session: session?.view ?? null,
    methods: methodsOffered(environment),
  };
  return { status: 200, body };
}
