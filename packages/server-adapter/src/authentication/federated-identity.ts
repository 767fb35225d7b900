import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";

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

/** The key an identity opens its account by. */
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

/** The id of the account that an identity opens, under today's key or one before it. */
export async function findIdentityAccount(
  environment: Environment,
  identity: Pick<FederatedIdentity, "issuer" | "subject">,
): Promise<string | null> {
  for (const key of await identityKeys(environment, identity)) {
    const [row] = await environment.store.find("federated_identities", { where: { key } });
    if (row) return row.account_id;
  }
  return null;
}

/**
 * The changes that move an identity from an older key to today's. Nothing else can, since a keyed hash does not tell whose it is; so each
 * sign-in does, and older keys may go once they have. Of two at once one finds nothing left to move.
 */
export async function changesToRenewIdentity(
  environment: Environment,
  identity: Pick<FederatedIdentity, "issuer" | "subject">,
): Promise<Change[]> {
  const current = await identityKey(environment, identity);
  const keys = await identityKeys(environment, identity);
  return keys
    .filter((key) => key !== current)
    .map((key) => ({
      type: "update",
      table: "federated_identities",
      where: { key },
      set: { key: current },
    }));
}
