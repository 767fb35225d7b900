import { isIdentityProven, startFlow, type Plan } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import { Refusal, refuseUntil } from "../refusal.ts";
import { changesToEndSession } from "../sessions/session.ts";
import { createFlow, createFlowToken, findOpenFlow, toRow, type Flow } from "./flow.ts";

/** The browser that a flow is to be started in. */
export interface StartingBrowser {
  readonly flowToken: string | undefined;
  readonly sessionToken: string | undefined;
  readonly clientAddress: string | null;
}

/** What the person agreed to, or the page asks for. */
export interface StartOptions {
  /** Leaves a flow that was proved to be somebody's, which can be found again by proving it again. */
  readonly replace: boolean;
  /** Starts a flow with a token and a lifetime of its own even where an unproven one of the same plan is under way. */
  readonly anew?: boolean;
}

/** A flow that a browser may start, and what must be committed for it. */
export interface StartedFlow {
  readonly flow: Flow;
  readonly changes: readonly Change[];
  /** The token to give to the browser; undefined when it keeps the one it has. */
  readonly flowToken: string | undefined;
  /** Whether somebody was signed in here, who no longer is (ASVS 7.2.4). */
  readonly endsSession: boolean;
}

/**
 * Counts a flow started, or a person looked for, against the rate limit of its address.
 *
 * @throws {Refusal} `address_refused` with the seconds to wait.
 */
export async function countActivation(
  { activationRateLimit, clock, logger }: Environment,
  clientAddress: string | null,
): Promise<void> {
  const until = await activationRateLimit.count(clientAddress);
  if (until === null) return;
  logger.log("warn", "address_refused");
  throw refuseUntil("address_refused", until, clock.now());
}

/**
 * Starts a flow for somebody of whom nothing is known yet, or goes on with the one of the same plan that this browser has under way,
 * still unproven.
 *
 * @throws {Refusal} `flow_in_progress`, or `address_refused` for a flood from one address.
 */
export async function startOpenFlow(
  environment: Environment,
  browser: StartingBrowser,
  plan: Plan,
  { replace, anew = false }: StartOptions,
): Promise<StartedFlow> {
  const { clock, random, policy } = environment;
  const current = await findOpenFlow(environment, browser.flowToken);
  const isProven = current !== null && isIdentityProven(current.state);
  if (isProven && current.state.condition === "awaiting" && !replace) throw new Refusal("flow_in_progress");
  const isSame = current !== null && !isProven && current.state.plan.method === plan.method;
  if (isSame && current.state.condition === "awaiting" && !replace && !anew) {
    return { flow: current, changes: [], flowToken: undefined, endsSession: false };
  }
  await countActivation(environment, browser.clientAddress);
  const at = clock.now();
  const { key, token } = await createFlowToken(environment);
  const flow = createFlow(environment, key, startFlow(plan, at, policy), []);
  // One proved at this very moment, in another tab, is kept.
  const left: Change[] =
    current !== null && !isProven
      ? [
          { type: "delete", table: "flows", where: { id: current.id, revision: current.revision } },
          { type: "delete", table: "sms_codes", where: { flow_id: current.id } },
          { type: "delete", table: "authorizations", where: { flow_id: current.id } },
        ]
      : [];
  return {
    flow,
    changes: [
      { type: "insert", table: "flows", row: toRow(flow) },
      ...left,
      ...(await changesToEndSession(environment, browser.sessionToken)),
      auditEntry(random, at, "flow_started", null, { flow: flow.id, method: plan.method }),
    ],
    flowToken: token,
    endsSession: browser.sessionToken !== undefined,
  };
}
