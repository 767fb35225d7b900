import { endpoints, type StartFlowRequest } from "@educonnect-activation/core";
import { z } from "zod";
import { startOpenFlow } from "../flows/start-flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";
import { flowView } from "./schemas/flow-view.ts";
import { named, replaceFlow } from "./schemas/named.ts";

const startFlowRequest = named(
  "StartFlowRequest",
  z.strictObject({ method: z.literal("sms"), replace: replaceFlow }),
) satisfies z.ZodType<StartFlowRequest>;

/** Begins an activation of a method that needs no sign-in, or goes on with the one begun: « Je n'ai pas de compte ». */
export const startFlow = defineEndpoint({
  ...endpoints.startFlow,
  caller: "ownPages",
  body: json(startFlowRequest),
  requires: nothing,
  response: flowView,
  problems: ["flow_missing", "flow_in_progress", "method_closed", "address_refused", "server_busy"],
  summary: "Begin an activation by SMS",
  description:
    "The one of that method this browser has begun, still unproven, is gone on with. One proved to be somebody's is `flow_in_progress` until `replace` is true. `method_closed` where it is not offered. What follows is alike for people known and unknown, up to the code that only a known person gets.",
  cookies: ["flow", "session"],
  setCookie: "A fresh flow cookie; the session's taken away",
  async handle(context, { request, body: { method, replace = false } }) {
    const plan = context.plans[method];
    if (plan === undefined) throw new ProblemError("method_closed");
    const browser = {
      flowToken: request.cookies.get(context.cookies.flow),
      sessionToken: request.cookies.get(context.cookies.session),
      clientAddress: request.clientAddress,
    };
    const { flow, changes, flowToken, endsSession } = await startOpenFlow(context, browser, plan, {
      replace,
    });
    const result = await context.store.commit(changes);
    if (!result.committed) throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
    return {
      status: 200,
      body: await showFlow(context, flow),
      cookies: [
        ...(flowToken === undefined ? [] : [flowCookie(context, flowToken)]),
        ...(endsSession ? [sessionCookie(context, null)] : []),
      ],
    };
  },
});
