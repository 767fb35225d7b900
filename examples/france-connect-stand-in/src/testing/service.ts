import { createHash, randomBytes } from "node:crypto";
import { afterEach } from "vitest";
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from "jose";
import type { StandInClient, StandInOptions } from "../options.ts";
import { startFranceConnectStandIn, type FranceConnectStandIn } from "../start-france-connect-stand-in.ts";

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

const allScopes = "openid identite_pivot preferred_username email";

interface AuthorizationRequest {
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

const running: FranceConnectStandIn[] = [];

afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.stop();
});

/** Starts a stand-in that ends with the test. */
export async function start(options: Partial<StandInOptions> = {}): Promise<FranceConnectStandIn> {
  const standIn = await startFranceConnectStandIn({ clients: [secretClient, rsaClient], ...options });
  running.push(standIn);
  return standIn;
}

interface Identity {
  readonly callback: URL;
  readonly nonce: string;
  readonly state: string;
  readonly idToken: string;
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly userinfo: string;
  readonly userinfoType: string;
  /** Checks a token's signature, issuer and audience with the keys published now. */
  readonly verify: (token: string) => Promise<JWTPayload>;
}

/** Goes all the way from the authorization to userinfo, as a service would. */
export async function signInFully(
  standIn: FranceConnectStandIn,
  {
    clientId = secretClient.clientId,
    person = "ordinary",
    changes = {},
  }: { clientId?: string; person?: string; changes?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Identity> {
  const request = requestAuthorization(standIn.issuer, { client_id: clientId, ...changes });
  const callback = await standIn.signIn(request.location, { person });
  const answer = await exchangeCode(standIn.issuer, callback, request.verifier, { client_id: clientId });
  const tokens: { id_token: string; access_token: string; expires_in: number } = await answer.json();
  const userinfo = await readUserinfo(standIn, tokens.access_token);
  return {
    callback: new URL(callback),
    nonce: request.nonce,
    state: request.state,
    idToken: tokens.id_token,
    accessToken: tokens.access_token,
    expiresIn: tokens.expires_in,
    userinfo: await userinfo.text(),
    userinfoType: userinfo.headers.get("content-type") ?? "",
    verify: async (token) => {
      const keys = createRemoteJWKSet(new URL(`${standIn.issuer}/jwks`));
      return (await jwtVerify(token, keys, { issuer: standIn.issuer, audience: clientId })).payload;
    },
  };
}

export const readUserinfo = (standIn: FranceConnectStandIn, accessToken: string): Promise<Response> =>
  fetch(`${standIn.issuer}/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } });
