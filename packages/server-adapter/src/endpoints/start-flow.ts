import type { Environment } from "../environment.ts";
import { startOpenFlow } from "../flows/start-flow.ts";
import { flowCookie, sessionCookie } from "../http/cookies.ts";
import { showFlow } from "../flows/show-flow.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { startFlowRequest } from "./schemas.ts";

/** Begins an activation of a method that needs no sign-in, or goes on with the one begun: « Je n'ai pas de compte ». */
export async function startFlow(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  const { method, replace = false } = readBody(request, startFlowRequest);
  const plan = environment.plans[method];
  if (plan === undefined) throw new ProblemError("method_closed");
  const { cookies } = environment;
  const browser = {
    flowToken: request.cookies.get(cookies.flow),
    sessionToken: request.cookies.get(cookies.session),
    clientAddress: request.clientAddress,
  };
  const { flow, changes, flowToken, endsSession } = await startOpenFlow(environment, browser, plan, {
    replace,
  });
  const result = await environment.store.commit(changes);
  if (!result.committed) throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
  return {
    status: 200,
    body: await showFlow(environment, flow),
    cookies: [
      ...(flowToken === undefined ? [] : [flowCookie(environment, flowToken)]),
      ...(endsSession ? [sessionCookie(environment, null)] : []),
    ],
  };
}
