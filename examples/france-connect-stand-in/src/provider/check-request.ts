import { errors, type KoaContextWithOIDC } from "oidc-provider";
import type { Faults } from "../tampering/faults.ts";

/** FranceConnect asks this much of `state` and `nonce`. */
const fewestCharacters = 22;

/**
 * What FranceConnect demands beyond OpenID Connect: `acr_values=eidas1`, a `nonce` and a `state` of at least 22 characters.
 *
 * @throws {errors.OIDCProviderError} which leads back to the client with `error` and `state`
 */
export function checkRequest(ctx: KoaContextWithOIDC, faults: Faults): void {
  const fault = faults.read("callback");
  if (fault !== undefined) throw redirectError(fault, "as the stand-in was told");
  const { acr_values: acrValues, nonce, state } = ctx.oidc.params ?? {};
  if (typeof acrValues !== "string" || !acrValues.split(" ").includes("eidas1")) {
    throw new errors.InvalidRequest("acr_values must ask for eidas1");
  }
  for (const [name, value] of [
    ["nonce", nonce],
    ["state", state],
  ] as const) {
    if (typeof value !== "string" || value.length < fewestCharacters) {
      throw new errors.InvalidRequest(`${name} must have at least ${fewestCharacters} characters`);
    }
  }
}

function redirectError(code: string, description: string): errors.OIDCProviderError {
  return new errors.CustomOIDCProviderError(code, description);
}
