import type { FederatedIdentity } from "../authentication/federated-identity.ts";
import { identityKey } from "../authentication/federated-identity.ts";
import type { Environment } from "../environment.ts";
import type { Flow } from "./flow.ts";

const place = (flowId: string) => ({ table: "flows", row: flowId, column: "identity_encrypted" });

/** Encrypts what a flow keeps of an identity. */
export function encryptIdentity(
  { vault }: Environment,
  flowId: string,
  identity: FederatedIdentity,
): Promise<string> {
  return vault.encrypt(place(flowId), JSON.stringify(identity));
}

/** Decrypts it; null for a flow that did not come from FranceConnect. */
export async function decryptIdentity({ vault }: Environment, flow: Flow): Promise<FederatedIdentity | null> {
  if (flow.identityEncrypted === null) return null;
  const identity: FederatedIdentity = JSON.parse(await vault.decrypt(place(flow.id), flow.identityEncrypted));
  return identity;
}

/**
 * Whether a flow may be somebody else's of the same name: FranceConnect tells who a person is, not whose parent, and the directory is
 * searched by names. A birth date that agrees, a code by mobile, or right dates of the children rule it out.
 */
export function mayBeHomonym({ state }: Flow, identity: FederatedIdentity | null): boolean {
  const isProven = state.done.includes("smsCode") || state.done.includes("children");
  return identity !== null && !identity.isHomonymRuledOut && !isProven;
}

/**
 * Names the count that a flow's tries and SMS for a number belong to: one shared by all who typed the number, or, once FranceConnect has
 * told who it is, one of that identity alone, so that a stranger cannot use up the owner's.
 *
 * @param mobile in E.164.
 * @returns a text for a keyed hash; of a number alone, the number.
 */
export async function numberShare(environment: Environment, flow: Flow, mobile: string): Promise<string> {
  const identity = await decryptIdentity(environment, flow);
  return identity === null ? mobile : `${mobile}:${await identityKey(environment, identity)}`;
}
