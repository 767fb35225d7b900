import type { Environment } from "../environment.ts";
import type { Flow } from "./flow.ts";

/** What a flow keeps of a FranceConnect identity: no name, no date. */
export interface FederatedIdentity {
  readonly issuer: string;
  /** The pairwise `sub`. */
  readonly subject: string;
  /** For FranceConnect's logout. */
  readonly idToken: string;
  /** Whether the directory's birth date of the person agrees, so that this is nobody of the same name. */
  readonly isHomonymRuledOut: boolean;
}

const place = (flowId: string) => ({ table: "flows", row: flowId, column: "identity_encrypted" });

/** Seals what a flow keeps of an identity. */
export function encryptIdentity(
  { vault }: Environment,
  flowId: string,
  identity: FederatedIdentity,
): Promise<string> {
  return vault.encrypt(place(flowId), JSON.stringify(identity));
}

/** Opens it; null for a flow that did not come from FranceConnect. */
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

const nameOf = ({ issuer, subject }: Pick<FederatedIdentity, "issuer" | "subject">) =>
  JSON.stringify([issuer, subject]);

/** The look-up key of the credential that an identity is. */
export function identityKey(
  { vault }: Environment,
  identity: Pick<FederatedIdentity, "issuer" | "subject">,
): Promise<string> {
  return vault.lookupKey("federated-identity", nameOf(identity));
}

/** Every key that an identity may be kept under, today's first. */
export function identityKeys(
  { vault }: Environment,
  identity: Pick<FederatedIdentity, "issuer" | "subject">,
): Promise<readonly string[]> {
  return vault.lookupKeys("federated-identity", nameOf(identity));
}
