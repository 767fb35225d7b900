import { isIdentityProven, startFlow, type Plan } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import type { PlainRequest, SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import type { Change } from "../ports/store.ts";
import { createToken } from "../security/tokens.ts";
import { changesToEndSession } from "../sessions/session.ts";
import { countActivation } from "./count-activation.ts";
import { findOpenFlow, toRow, type Flow } from "./flow.ts";
import { createFlowCookie } from "./perform-writes.ts";

/** A flow that a browser may begin, and what must be committed for it. */
export interface BegunFlow {
  readonly flow: Flow;
  readonly changes: readonly Change[];
  readonly cookies: readonly SetCookie[];
}

/**
 * Begins an activation for somebody of whom nothing is known yet.
 *
 * The one of the same plan that this browser has under way, still unproven, is gone on with, unless it is to be begun `anew`, with a cookie and
 * a lifetime of its own. One already proved to be somebody's is only left behind when `replace` says so, and can be found again by proving it
 * again; whoever is signed in here is signed out (ASVS 7.2.4).
 *
 * @throws {ProblemError} `flow_in_progress`, or `address_refused` for a flood from one address.
 */
export async function beginFlow(
  environment: Environment,
  request: PlainRequest,
  plan: Plan,
  replace: boolean,
  anew = false,
): Promise<BegunFlow> {
  const { cookies, clock, random, policy } = environment;
  const current = await findOpenFlow(environment, request.cookies.get(cookies.flow));
  const isProven = current !== null && isIdentityProven(current.state);
  if (isProven && current.state.condition === "awaiting" && !replace)
    throw new ProblemError("flow_in_progress");
  const isSame = current !== null && !isProven && current.state.plan.method === plan.method;
  if (isSame && current.state.condition === "awaiting" && !replace && !anew) {
    return { flow: current, changes: [], cookies: [] };
  }
  await countActivation(environment, request.clientAddress);
  const at = clock.now();
  const { key, cookie } = await createFlowCookie(environment);
  const flow: Flow = {
    id: createToken(random, 16),
    cookieKey: key,
    revision: 1,
    state: startFlow(plan, at, policy),
    emailEncrypted: null,
    contactEncrypted: null,
    identityEncrypted: null,
  };
  const session = request.cookies.get(cookies.session);
  // One proved at this very moment, in another tab, is kept.
  const left: Change[] =
    current !== null && !isProven
      ? [
          { type: "delete", table: "flows", where: { id: current.id, revision: current.revision } },
          { type: "delete", table: "sms_codes", where: { flow_id: current.id } },
          { type: "delete", table: "authorizations", where: { flow_id: current.id } },
        ]
      : [];
  const ended: SetCookie[] =
    session === undefined ? [] : [{ name: cookies.session, value: null, maxAgeSeconds: 0 }];
  return {
    flow,
    changes: [
      { type: "insert", table: "flows", row: toRow(flow) },
      ...left,
      ...(await changesToEndSession(environment, session)),
      auditEntry(random, at, "flow_started", null, { flow: flow.id, method: plan.method }),
    ],
    cookies: [cookie, ...ended],
  };
}
