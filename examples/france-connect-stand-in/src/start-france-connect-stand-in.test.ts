import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, expect, test } from "vitest";
import type { StandInOptions } from "./options.ts";
import { startFranceConnectStandIn, type FranceConnectStandIn } from "./start-france-connect-stand-in.ts";
import {
  exchangeCode,
  requestAuthorization,
  rsaClient,
  secretClient,
  signedOutUrl,
} from "./testing/service.ts";

const running: FranceConnectStandIn[] = [];

afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.stop();
});

async function start(options: Partial<StandInOptions> = {}): Promise<FranceConnectStandIn> {
  const standIn = await startFranceConnectStandIn({ clients: [secretClient, rsaClient], ...options });
  running.push(standIn);
  return standIn;
}

async function readIdentity(
  standIn: FranceConnectStandIn,
  clientId = secretClient.clientId,
  person = "ordinary",
) {
  const request = requestAuthorization(standIn.issuer, { client_id: clientId });
  const callback = await standIn.signIn(request.location, { person });
  const answer = await exchangeCode(standIn.issuer, callback, request.verifier, { client_id: clientId });
  const tokens: { id_token: string; access_token: string; expires_in: number } = await answer.json();
  const userinfo = await fetch(`${standIn.issuer}/userinfo`, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  });
  return { request, callback: new URL(callback), tokens, userinfo, userinfoToken: await userinfo.text() };
}

test("discovery names FranceConnect's endpoints", async () => {
  const standIn = await start();
  const response = await fetch(standIn.discoveryUrl);
  expect(await response.json()).toMatchObject({
    issuer: standIn.issuer,
    authorization_endpoint: `${standIn.issuer}/authorize`,
    token_endpoint: `${standIn.issuer}/token`,
    userinfo_endpoint: `${standIn.issuer}/userinfo`,
    jwks_uri: `${standIn.issuer}/jwks`,
    end_session_endpoint: `${standIn.issuer}/session/end`,
    acr_values_supported: ["eidas1"],
    authorization_response_iss_parameter_supported: true,
    id_token_signing_alg_values_supported: ["ES256", "RS256"],
    subject_types_supported: ["pairwise"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
  });
});

test.each([
  [secretClient.clientId, "ES256"],
  [rsaClient.clientId, "RS256"],
])("%s gets an ID token and a signed userinfo, both %s", async (clientId, algorithm) => {
  const standIn = await start();
  const { request, callback, tokens, userinfo, userinfoToken } = await readIdentity(standIn, clientId);
  expect(callback.searchParams.get("state")).toBe(request.state);
  expect(callback.searchParams.get("iss")).toBe(standIn.issuer);
  expect(tokens.expires_in).toBe(60);
  const keys = createRemoteJWKSet(new URL(`${standIn.issuer}/jwks`));
  const expected = { issuer: standIn.issuer, audience: clientId, algorithms: [algorithm] };
  const idToken = await jwtVerify(tokens.id_token, keys, expected);
  expect(idToken.payload).toMatchObject({
    acr: "eidas1",
    nonce: request.nonce,
    sub: expect.stringMatching(/^[0-9a-f]{64}v1$/u),
  });
  expect(idToken.payload).not.toHaveProperty("family_name");
  expect(userinfo.headers.get("content-type")).toMatch(/^application\/jwt/u);
  const identity = await jwtVerify(userinfoToken, keys, expected);
  expect(identity.payload).toMatchObject({
    sub: idToken.payload.sub,
    given_name: "Angela Claire Louise",
    given_name_array: ["Angela", "Claire", "Louise"],
    family_name: "DUBOIS",
    birthdate: "1982-08-24",
    birthplace: "75056",
    birthcountry: "99100",
    gender: "female",
    email: "angela.dubois@example.org",
  });
  expect(identity.payload).not.toHaveProperty("preferred_username");
});

test("a log-out with the ID token as hint ends where the service asked", async () => {
  const standIn = await start();
  const { tokens } = await readIdentity(standIn);
  const query = new URLSearchParams({
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: signedOutUrl,
    state: "an-opaque-state",
  });
  const end = await standIn.signOut(`${standIn.issuer}/session/end?${query}`);
  expect(end).toBe(`${signedOutUrl}?state=an-opaque-state`);
});
