import type { Environment } from "../environment.ts";
import { identityKey, decryptIdentity } from "./federated-identity.ts";
import type { Flow } from "./flow.ts";

/**
 * Whose tries and texts of a number a flow counts against: everybody's who typed it, or, once FranceConnect has told who it is, that
 * identity's own, lest a stranger use up the owner's.
 *
 * @param mobile in E.164.
 * @returns a text for a keyed hash; of a number alone, the number.
 */
export async function numberShare(environment: Environment, flow: Flow, mobile: string): Promise<string> {
  const identity = await decryptIdentity(environment, flow);
  return identity === null ? mobile : `${mobile}:${await identityKey(environment, identity)}`;
}
