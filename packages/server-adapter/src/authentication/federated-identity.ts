import type { Environment } from "../environment.ts";

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
