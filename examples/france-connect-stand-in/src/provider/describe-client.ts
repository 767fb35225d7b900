import type { ClientMetadata } from "oidc-provider";
import type { StandInClient } from "../options.ts";

/** A client as the provider knows it, with what FranceConnect fixes for every one of them. */
export function describeClient(client: StandInClient): ClientMetadata {
  const algorithm = client.signingAlgorithm ?? "ES256";
  return {
    client_id: client.clientId,
    client_name: client.name ?? "ÉduConnect",
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris ?? [],
    application_type: "web",
    grant_types: ["authorization_code"],
    response_types: ["code"],
    subject_type: "pairwise",
    id_token_signed_response_alg: algorithm,
    userinfo_signed_response_alg: algorithm,
    ...(client.authentication.method === "client_secret_post"
      ? { token_endpoint_auth_method: "client_secret_post", client_secret: client.authentication.secret }
      : {
          token_endpoint_auth_method: "private_key_jwt",
          jwks: { keys: [...client.authentication.publicKeys] },
        }),
  };
}
