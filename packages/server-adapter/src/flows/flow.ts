import {
  isEnded,
  isIdentityProven,
  readSnapshot,
  writeSnapshot,
  type ActivationState,
} from "@educonnect-activation/core";
import { readProofs, writeProofs, type Proof } from "../authentication/proof.ts";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { createToken, tokenKey, tokenKeys } from "../security/tokens.ts";

/** A flow as the server works with it. */
export interface Flow {
  readonly id: string;
  /** The keyed hash of the token that opens it. */
  readonly cookieKey: string;
  readonly revision: number;
  readonly state: ActivationState;
  /** How the person showed who they are, in this flow or to begin it. */
  readonly proofs: readonly Proof[];
  readonly emailEncrypted: string | null;
  readonly contactEncrypted: string | null;
  readonly identityEncrypted: string | null;
}

/** What a browser's flow token leads to. */
export type FoundFlow =
  | { readonly found: "flow"; readonly flow: Flow }
  /** The token was replaced; `rotated` still opens the answer to a repeated request, `moved` nothing. */
  | { readonly found: "retired"; readonly reason: "rotated" | "moved"; readonly flowId: string }
  | { readonly found: "nothing" };

/** Seconds for which a request that was answered may be repeated, with the token it was sent with. */
export const replaySeconds = 600;

/** A new flow, before its first commit. */
export function createFlow(
  { random }: Environment,
  cookieKey: string,
  state: ActivationState,
  proofs: readonly Proof[],
): Flow {
  return {
    id: createToken(random, 16),
    cookieKey,
    revision: 1,
    state,
    proofs,
    emailEncrypted: null,
    contactEncrypted: null,
    identityEncrypted: null,
  };
}

/** Reads a flow from its row. */
export function toFlow(row: Tables["flows"]): Flow {
  const state = readSnapshot(row.state);
  return {
    id: row.id,
    cookieKey: row.cookie_key,
    revision: row.revision,
    state,
    proofs: readProofs(row.proofs, state.subject ?? ""),
    emailEncrypted: row.email_encrypted,
    contactEncrypted: row.contact_encrypted,
    identityEncrypted: row.identity_encrypted,
  };
}

/** The person that a flow was proved to belong to; null while somebody has only typed a name. */
function personIdOf({ state }: Flow): string | null {
  return isIdentityProven(state) ? state.subject : null;
}

/** Writes a flow as its row. */
export function toRow(flow: Flow): Tables["flows"] {
  return {
    id: flow.id,
    cookie_key: flow.cookieKey,
    person_id: personIdOf(flow),
    revision: flow.revision,
    state: writeSnapshot(flow.state),
    proofs: writeProofs(flow.proofs),
    email_encrypted: flow.emailEncrypted,
    contact_encrypted: flow.contactEncrypted,
    identity_encrypted: flow.identityEncrypted,
    expires_at: flow.state.expiresAt,
  };
}

/**
 * The change that writes a flow in the place of the revision that was read; it loses when another request was faster.
 *
 * Only what has changed is written: a database has less to do for a column that is not named, most of all when it has an index.
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
  if (after.proofs !== before.proofs) set.proofs = columns.proofs;
  if (columns.expires_at !== before.state.expiresAt) set.expires_at = columns.expires_at;
  return { type: "update", table: "flows", where: { id, revision: before.revision }, set, expect: 1 };
}

/** Creates a token that opens a flow, and the keyed hash to keep it under. */
export async function createFlowToken({
  random,
  vault,
}: Environment): Promise<{ key: string; token: string }> {
  const token = createToken(random);
  return { key: await tokenKey(vault, "flow", token), token };
}

/** The change that retires the token a flow had until now. */
export function changeToRetire(flow: Flow, reason: "rotated" | "moved", at: number): Change {
  const expiresAt = reason === "moved" ? flow.state.expiresAt : at + replaySeconds;
  return {
    type: "insert",
    table: "retired_cookies",
    row: { cookie_key: flow.cookieKey, flow_id: flow.id, reason, expires_at: expiresAt },
  };
}

/** Finds what a flow token leads to, under today's key and the ones before it. */
export async function findFlow(environment: Environment, token: string | undefined): Promise<FoundFlow> {
  if (token === undefined) return { found: "nothing" };
  const { store, vault, clock } = environment;
  for (const key of await tokenKeys(vault, "flow", token)) {
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

/** Finds the flow that a browser has under way. */
export async function findOpenFlow(
  environment: Environment,
  token: string | undefined,
): Promise<Flow | null> {
  const found = await findFlow(environment, token);
  return found.found === "flow" && isOpen(found.flow, environment.clock.now()) ? found.flow : null;
}

/** Finds the flows that were proved to be a person's and are still under way, the youngest first. */
export async function findProvenFlows(
  { store, clock }: Environment,
  personId: string,
): Promise<readonly Flow[]> {
  const rows = await store.find("flows", {
    where: { person_id: personId, expires_at: { above: clock.now() } },
  });
  return rows
    .map(toFlow)
    .filter(({ state }) => isIdentityProven(state) && !isEnded(state))
    .sort((one, other) => other.state.expiresAt - one.state.expiresAt);
}

/**
 * The changes that end a person's other flows: whoever proved last goes on, and nobody else's choice of a password or an address finds
 * its way into the account. The browsers left behind are told that the flow goes on elsewhere.
 */
export function changesToLeave(flows: readonly Flow[], at: number): Change[] {
  return flows.flatMap((flow): Change[] => [
    { type: "delete", table: "flows", where: { id: flow.id } },
    { type: "delete", table: "sms_codes", where: { flow_id: flow.id } },
    changeToRetire(flow, "moved", at),
  ]);
}
