import type { ClientAuth, Configuration, CustomFetch, ServerMetadata } from "openid-client";
import { importOptional } from "../optional-package.ts";
import { FranceConnectError } from "../ports/france-connect.ts";
import type { BoundedFetch } from "./bounded-fetch.ts";
import { createCachedLoad } from "./cached-load.ts";
import { importSigningKey } from "./check-client-authentication.ts";
import { describeFailure } from "./describe-failure.ts";
import { isSecure, type ResolvedOptions } from "./resolve-options.ts";
import { clockToleranceSeconds } from "./token-verifier.ts";

const openid = await importOptional("openid-client", "FranceConnect", () => import("openid-client"));

/** What an authorization request carries (OpenID Connect Core 1.0, section 3.1.2.1). */
export interface AuthorizationRequest {
  readonly state: string;
  readonly nonce: string;
  /** Null without PKCE. */
  readonly codeVerifier: string | null;
}

/** What the token endpoint gave; the signature of `idToken` is not checked yet. */
export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
}

/** One reading of the provider's metadata, and what can be done with it. */
export interface ProviderSession {
  readonly issuer: string;
  /** Whether callbacks name their issuer (RFC 9207, section 3). */
  readonly isIssuerPromised: boolean;
  authorizationLocation(request: AuthorizationRequest): Promise<string>;
  /** Exchanges the code of a callback that was checked. */
  exchange(callback: URLSearchParams, request: AuthorizationRequest): Promise<Tokens>;
  /** The userinfo as a signed token, not checked yet. */
  fetchUserinfo(accessToken: string): Promise<string>;
  endSessionLocation(idToken: string, state: string): string;
}

/** An OpenID provider, discovered at first use. */
export interface OpenidProvider {
  connect(): Promise<ProviderSession>;
  /** The key set as it is published now. */
  fetchKeys(): Promise<unknown>;
}

/** Endpoints change with a migration of the provider's, announced long before. */
const metadataTtlSeconds = 3_600;

const endpoints = ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"] as const;

/**
 * Speaks to a provider through `openid-client`, which is imported nowhere else.
 *
 * @throws {FranceConnectError} from every method of what it returns
 */
export function createOpenidProvider(options: ResolvedOptions, fetch: BoundedFetch): OpenidProvider {
  const { clientId, clock, issuer, redirectUri, allowInsecureIssuer } = options;
  const customFetch: CustomFetch = (url, { method, headers, body }) =>
    fetch(url, { method, headers, body: body instanceof Uint8Array ? new Uint8Array(body) : body });
  const extensions = allowInsecureIssuer ? [openid.allowInsecureRequests] : [];
  const metadata = createCachedLoad(discover, clock, metadataTtlSeconds);
  let authentication: Promise<ClientAuth> | null = null;

  async function discover(): Promise<ServerMetadata> {
    try {
      const found = await openid.discovery(issuer, clientId, undefined, openid.None(), {
        [openid.customFetch]: customFetch,
        execute: extensions,
      });
      return checkMetadata(found.serverMetadata(), allowInsecureIssuer);
    } catch (error) {
      throw describeFailure(error, "discovery");
    }
  }

  async function configure(): Promise<Configuration> {
    const server = await metadata.get();
    authentication ??= createClientAuthentication(options.clientAuthentication);
    const configuration = new openid.Configuration(
      server,
      clientId,
      {
        id_token_signed_response_alg: options.idTokenAlgorithm,
        // The library reads the machine's clock; this brings it to ours.
        [openid.clockSkew]: clock.now() - Math.floor(Date.now() / 1000),
        [openid.clockTolerance]: clockToleranceSeconds,
      },
      await authentication,
    );
    configuration[openid.customFetch] = customFetch;
    for (const extend of extensions) extend(configuration);
    return configuration;
  }

  async function connect(): Promise<ProviderSession> {
    const configuration = await configure();
    const server = configuration.serverMetadata();

    return {
      issuer: server.issuer,
      isIssuerPromised: server.authorization_response_iss_parameter_supported === true,

      async authorizationLocation({ state, nonce, codeVerifier }) {
        const location = openid.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: options.scopes.join(" "),
          acr_values: options.acr,
          state,
          nonce,
          ...(codeVerifier !== null && {
            code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
            code_challenge_method: "S256",
          }),
        });
        return location.href;
      },

      async exchange(callback, { state, nonce, codeVerifier }) {
        try {
          const tokens = await openid.authorizationCodeGrant(
            configuration,
            new URL(`?${callback}`, redirectUri),
            {
              expectedState: state,
              expectedNonce: nonce,
              idTokenExpected: true,
              ...(codeVerifier !== null && { pkceCodeVerifier: codeVerifier }),
            },
          );
          if (tokens.token_type !== "bearer" || tokens.id_token === undefined) {
            throw new FranceConnectError("refused", "token_response_invalid");
          }
          return { accessToken: tokens.access_token, idToken: tokens.id_token };
        } catch (error) {
          throw describeFailure(error, "token");
        }
      },

      async fetchUserinfo(accessToken) {
        try {
          // `fetchUserInfo` would keep the signed text to itself.
          const response = await openid.fetchProtectedResource(
            configuration,
            accessToken,
            new URL(server.userinfo_endpoint ?? ""),
            "GET",
            undefined,
            new Headers({ accept: "application/jwt" }),
          );
          return await readUserinfo(response);
        } catch (error) {
          throw describeFailure(error, "userinfo");
        }
      },

      endSessionLocation(idToken, state) {
        if (server.end_session_endpoint === undefined) {
          throw new FranceConnectError("refused", "metadata_end_session_endpoint");
        }
        const location = openid.buildEndSessionUrl(configuration, {
          id_token_hint: idToken,
          state,
          post_logout_redirect_uri: options.postLogoutRedirectUri,
        });
        // Not among the parameters that FranceConnect documents; the hint names the client.
        location.searchParams.delete("client_id");
        return location.href;
      },
    };
  }

  async function fetchKeys(): Promise<unknown> {
    const { jwks_uri: address = "" } = await metadata.get();
    const response = await fetch(address, { headers: { accept: "application/json" } });
    if (response.status !== 200) {
      throw new FranceConnectError("unavailable", `keys_status_${response.status}`);
    }
    return response.json().catch((cause: unknown) => {
      throw new FranceConnectError("unavailable", "keys_malformed", { cause });
    });
  }

  return { connect, fetchKeys };
}

function checkMetadata(metadata: ServerMetadata, allowInsecure: boolean): ServerMetadata {
  for (const name of endpoints) checkEndpoint(name, metadata[name], allowInsecure);
  if (metadata.end_session_endpoint !== undefined) {
    checkEndpoint("end_session_endpoint", metadata.end_session_endpoint, allowInsecure);
  }
  return metadata;
}

function checkEndpoint(name: string, address: unknown, allowInsecure: boolean): void {
  if (typeof address !== "string" || !URL.canParse(address) || !isSecure(new URL(address), allowInsecure)) {
    throw new FranceConnectError("refused", `metadata_${name}`);
  }
}

async function createClientAuthentication(
  authentication: ResolvedOptions["clientAuthentication"],
): Promise<ClientAuth> {
  if (authentication.method === "client_secret_post") return openid.ClientSecretPost(authentication.secret);
  const key = await importSigningKey(authentication.key, authentication.algorithm);
  return openid.PrivateKeyJwt({ key, kid: authentication.keyId });
}

async function readUserinfo(response: Response): Promise<string> {
  if (response.status !== 200) {
    throw new FranceConnectError("refused", `userinfo_status_${response.status}`);
  }
  const [mediaType = ""] = (response.headers.get("content-type") ?? "").split(";");
  if (mediaType.trim().toLowerCase() !== "application/jwt") {
    throw new FranceConnectError("refused", "userinfo_unsigned");
  }
  return (await response.text()).trim();
}
