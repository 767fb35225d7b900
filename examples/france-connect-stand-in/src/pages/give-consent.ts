import type { InteractionResults, Provider } from "oidc-provider";

/** Grants all that the service asked for, and says who signed in, how, and how surely. */
export async function giveConsent(
  provider: Provider,
  accountId: string,
  params: Readonly<Record<string, unknown>>,
): Promise<InteractionResults> {
  const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
  grant.addOIDCScope(String(params["scope"]));
  grant.addOIDCClaims(readClaimNames(params["claims"]));
  return {
    login: { accountId, acr: "eidas1", amr: ["pwd"] },
    consent: { grantId: await grant.save() },
  };
}

/** The names in a `claims` parameter (OpenID Connect Core 5.5), which the provider has checked. */
function readClaimNames(parameter: unknown): string[] {
  if (typeof parameter !== "string") return [];
  const asked: Readonly<Record<string, object | undefined>> = JSON.parse(parameter);
  return Object.values(asked).flatMap((members) => Object.keys(members ?? {}));
}
