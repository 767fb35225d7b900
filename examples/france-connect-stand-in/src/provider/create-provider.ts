import { createHash } from "node:crypto";
import { Provider, type AdapterFactory, type Configuration, type ClientMetadata } from "oidc-provider";
import type { StandInClient } from "../options.ts";
import { renderErrorPage, renderLogoutPage, renderSignedOutPage } from "../pages/end-pages.ts";
import { sendPage } from "../pages/page.ts";
import { describePerson, type StandInPerson } from "../people/person.ts";
import type { Faults } from "../tampering/faults.ts";
import { checkRequest } from "./check-request.ts";
import { claimsOfScopes } from "./claims.ts";
import type { SigningKeys } from "./signing-keys.ts";

interface ProviderParts {
  readonly issuer: string;
  readonly clients: readonly StandInClient[];
  readonly findPerson: (id: string) => StandInPerson | undefined;
  readonly store: AdapterFactory;
  readonly faults: Faults;
  readonly cookieSecret: string;
  /** The signing keys, those in use first. */
  readonly keys: readonly SigningKeys[];
}

const algorithms = ["ES256", "RS256"] as const;
const sessionSeconds = 1800;

/** Builds the provider with FranceConnect's endpoints, lifetimes, scopes and demands. */
export function createProvider(parts: ProviderParts): Provider {
  const { issuer, clients, findPerson, store, faults, cookieSecret, keys } = parts;
  const cookie = { signed: true, httpOnly: true, sameSite: "lax" } as const;
  const configuration: Configuration = {
    adapter: store,
    clients: clients.map(describeClient),
    jwks: { keys: keys.flatMap(({ ES256, RS256 }) => [ES256.jwk, RS256.jwk]) },
    cookies: { keys: [cookieSecret], long: cookie, short: cookie },
    routes: {
      authorization: "/authorize",
      token: "/token",
      userinfo: "/userinfo",
      jwks: "/jwks",
      end_session: "/session/end",
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => sendPage(ctx, renderLogoutPage(form), { script: "logout" }),
        postLogoutSuccessSource: (ctx) => sendPage(ctx, renderSignedOutPage()),
      },
    },
    acrValues: ["eidas1"],
    scopes: Object.keys(claimsOfScopes),
    claims: Object.fromEntries(Object.entries(claimsOfScopes).map(([scope, claims]) => [scope, [...claims]])),
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_post", "private_key_jwt"],
    enabledJWA: {
      clientAuthSigningAlgValues: [...algorithms],
      idTokenSigningAlgValues: [...algorithms],
      userinfoSigningAlgValues: [...algorithms],
    },
    subjectTypes: ["pairwise"],
    pairwiseIdentifier: (_, accountId, client) => pairwiseSubject(accountId, client.clientId),
    // FranceConnect takes a PKCE challenge and does not ask for one.
    pkce: { required: () => false },
    extraParams: { idp_hint: (ctx) => checkRequest(ctx, faults) },
    ttl: {
      AuthorizationCode: 30,
      AccessToken: 60,
      IdToken: 60,
      Grant: 30,
      Interaction: sessionSeconds,
      Session: sessionSeconds,
    },
    interactions: { url: (_, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    findAccount: (_, accountId) => {
      const person = findPerson(accountId);
      return (
        person && { accountId, claims: () => ({ sub: accountId, amr: ["pwd"], ...describePerson(person) }) }
      );
    },
    renderError: (ctx, { error, error_description: description }) =>
      sendPage(ctx, renderErrorPage(error, description)),
  };
  return new Provider(issuer, configuration);
}

/** Looks like FranceConnect's: 64 hexadecimal digits and a version; the same for a client and a person at every start. */
function pairwiseSubject(accountId: string, clientId: string): string {
  return `${createHash("sha256")
    .update(JSON.stringify([clientId, accountId]))
    .digest("hex")}v1`;
}

/** A client as the provider knows it, with what FranceConnect fixes for every one of them. */
function describeClient(client: StandInClient): ClientMetadata {
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
