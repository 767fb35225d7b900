import {
  isEnded,
  isIdentityProven,
  readSnapshot,
  writeSnapshot,
  type ActivationState,
} from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";

/** A flow as the handler works with it. */
export interface Flow {
  readonly id: string;
  readonly cookieKey: string;
  readonly revision: number;
  readonly state: ActivationState;
  readonly emailEncrypted: string | null;
  readonly contactEncrypted: string | null;
  readonly identityEncrypted: string | null;
}

/** What a browser's flow cookie leads to. */
export type FoundFlow =
  | { readonly found: "flow"; readonly flow: Flow }
  /** The cookie was replaced; `rotated` still opens the answer to a repeated request, `moved` nothing. */
  | { readonly found: "retired"; readonly reason: "rotated" | "moved"; readonly flowId: string }
  | { readonly found: "nothing" };

/** Seconds a request that was answered may be repeated, with the cookie it was sent with. */
export const replaySeconds = 600;

export function toFlow(row: Tables["flows"]): Flow {
  return {
    id: row.id,
    cookieKey: row.cookie_key,
    revision: row.revision,
    state: readSnapshot(row.state),
    emailEncrypted: row.email_encrypted,
    contactEncrypted: row.contact_encrypted,
    identityEncrypted: row.identity_encrypted,
  };
}

export function toRow(flow: Flow): Tables["flows"] {
  return {
    id: flow.id,
    cookie_key: flow.cookieKey,
    person_id: personIdOf(flow),
    revision: flow.revision,
    state: writeSnapshot(flow.state),
    email_encrypted: flow.emailEncrypted,
    contact_encrypted: flow.contactEncrypted,
    identity_encrypted: flow.identityEncrypted,
    expires_at: flow.state.expiresAt,
  };
}

/**
 * Writes a flow in the place of the revision that was read; loses when another request was faster.
 *
 * Only what changed is written: a database has less to do for a column that is not named, most of all when it has an index.
 */
export function changeToSave(before: Flow, after: Flow): Change {
  const { id, revision, state, ...columns } = toRow(after);
  const set: Partial<Tables["flows"]> = { revision, state };
  if (columns.cookie_key !== before.cookieKey) set.cookie_key = columns.cookie_key;
  if (columns.person_id !== personIdOf(before)) set.person_id = columns.person_id;
  if (columns.email_encrypted !== before.emailEncrypted) set.email_encrypted = columns.email_encrypted;
  if (columns.contact_encrypted !== before.contactEncrypted)
    set.contact_encrypted = columns.contact_encrypted;
  if (columns.identity_encrypted !== before.identityEncrypted) {
    set.identity_encrypted = columns.identity_encrypted;
  }
  if (columns.expires_at !== before.state.expiresAt) set.expires_at = columns.expires_at;
  return { type: "update", table: "flows", where: { id, revision: before.revision }, set, expect: 1 };
}

/** Somebody who only typed a name has no hold on the person, nor does the flow fare otherwise than a stranger's. */
function personIdOf({ state }: Flow): string | null {
  return isIdentityProven(state) ? state.subject : null;
}

/** The keyed hash under which a cookie's value is looked up. */
export function cookieKeyOf(
  environment: Environment,
  kind: "flow" | "session",
  value: string,
): Promise<string> {
  return environment.vault.lookupKey(`${kind}-cookie`, value);
}

/** Retires the cookie a flow had until now. */
export function changeToRetire(flow: Flow, reason: "rotated" | "moved", at: number): Change {
  const expiresAt = reason === "moved" ? flow.state.expiresAt : at + replaySeconds;
  return {
    type: "insert",
    table: "retired_cookies",
    row: { cookie_key: flow.cookieKey, flow_id: flow.id, reason, expires_at: expiresAt },
  };
}

/** Finds what a flow cookie leads to, under today's key and the ones before it. */
export async function findFlow(environment: Environment, cookie: string | undefined): Promise<FoundFlow> {
  if (cookie === undefined) return { found: "nothing" };
  const { store, vault, clock } = environment;
  for (const key of await vault.lookupKeys("flow-cookie", cookie)) {
    const [row] = await store.find("flows", { where: { cookie_key: key } });
    if (row) return { found: "flow", flow: toFlow(row) };
    const [retired] = await store.find("retired_cookies", { where: { cookie_key: key } });
    if (retired && retired.expires_at > clock.now())
      return { found: "retired", reason: retired.reason, flowId: retired.flow_id };
  }
  return { found: "nothing" };
}

/** Whether a flow is still under way. */
export function isOpen({ state }: Flow, at: number): boolean {
  return !isEnded(state) && state.expiresAt > at;
}

/** The flow of a browser, while it is under way. */
export async function findOpenFlow(
  environment: Environment,
  cookie: string | undefined,
): Promise<Flow | null> {
  const found = await findFlow(environment, cookie);
  return found.found === "flow" && isOpen(found.flow, environment.clock.now()) ? found.flow : null;
}
