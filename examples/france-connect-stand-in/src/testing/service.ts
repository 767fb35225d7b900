import { createHash, randomBytes } from "node:crypto";
import type { StandInClient } from "../options.ts";

export const callbackUrl = "http://localhost:9/educonnect/france-connect/callback";
export const signedOutUrl = "http://localhost:9/au-revoir";

export const secretClient: StandInClient = {
  clientId: "service-with-a-secret",
  redirectUris: [callbackUrl],
  postLogoutRedirectUris: [signedOutUrl],
  authentication: { method: "client_secret_post", secret: "a-secret-of-more-than-32-characters" },
};

export const rsaClient: StandInClient = {
  ...secretClient,
  clientId: "service-with-rsa",
  signingAlgorithm: "RS256",
};

export const allScopes = "openid identite_pivot preferred_username email";

export interface AuthorizationRequest {
  readonly location: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The address a service sends the browser to; an undefined parameter is left out. */
export function requestAuthorization(
  issuer: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): AuthorizationRequest {
  const [state, nonce, verifier] = [randomText(), randomText(), randomText()];
  const parameters: Readonly<Record<string, string | undefined>> = {
    client_id: secretClient.clientId,
    redirect_uri: callbackUrl,
    response_type: "code",
    scope: allScopes,
    acr_values: "eidas1",
    state,
    nonce,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...changes,
  };
  const query = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return { location: `${issuer}/authorize?${query}`, state, nonce, verifier };
}

/** Exchanges the code of a callback, with a secret; `changes` replace or, when undefined, remove a parameter. */
export function exchangeCode(
  issuer: string,
  callback: string,
  verifier: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Response> {
  const parameters: Readonly<Record<string, string | undefined>> = {
    grant_type: "authorization_code",
    code: new URL(callback).searchParams.get("code") ?? "",
    redirect_uri: callbackUrl,
    client_id: secretClient.clientId,
    client_secret: "a-secret-of-more-than-32-characters",
    code_verifier: verifier,
    ...changes,
  };
  const body = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return fetch(`${issuer}/token`, { method: "POST", body });
}

const randomText = (): string => randomBytes(32).toString("base64url");
