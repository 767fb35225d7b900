import { endpoints, type StatusResponse } from "@educonnect-activation/core";
import { findFlow, isOpen } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import { ProblemError } from "../http/problem.ts";
import { noBody } from "../http/read-body.ts";
import { findSession } from "../sessions/session.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";
import { statusResponse } from "./schemas/session-view.ts";
import type { ActivationMethod } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";

const methods: readonly ActivationMethod[] = ["letter", "pupil", "sms", "franceConnect"];

/** The methods that can be taken here; what leads to another is not to be shown. */
export function methodsOffered({ plans }: Environment): readonly ActivationMethod[] {
  return methods.filter((method) => plans[method] !== undefined);
}

/** Tells a page that opens what is under way in its browser; changes nothing. */
export const readStatus = defineEndpoint({
  ...endpoints.readStatus,
  caller: "ownPages",
  body: noBody,
  requires: nothing,
  response: statusResponse,
  problems: ["flow_missing", "flow_moved"],
  problemsWithCookie: ["flow_moved"],
  summary: "What is under way in this browser",
  description:
    "What a page asks when it opens, and after `revision_stale` without `flow`. A flow that has ended is null here.",
  cookies: ["flow", "session"],
  async handle(context, { request }) {
    const { cookies, clock } = context;
    const found = await findFlow(context, request.cookies.get(cookies.flow));
    if (found.found === "retired" && found.reason === "moved") {
      throw new ProblemError("flow_moved", {
        cookies: [{ name: cookies.flow, value: null, maxAgeSeconds: 0 }],
      });
    }
    const session = await findSession(context, request.cookies.get(cookies.session));
    const flow = found.found === "flow" && isOpen(found.flow, clock.now()) ? found.flow : null;
    const body: StatusResponse = {
      flow: flow && (await showFlow(context, flow)),
      session: session?.view ?? null,
      methods: methodsOffered(context),
    };
    return { status: 200, body };
  },
});
