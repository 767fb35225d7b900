import { createHash } from "node:crypto";
import { decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, expect, test, vi } from "vitest";
import { oddPeople } from "./people/odd-people.ts";
import { describePerson } from "./people/person.ts";
import {
  exchangeCode,
  requestAuthorization,
  rsaClient,
  secretClient,
  signedOutUrl,
  readUserinfo,
  signInFully,
  start,
} from "./testing/service.ts";

afterEach(() => {
  vi.useRealTimers();
});

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

test("keys are published without their private parts", async () => {
  const standIn = await start();
  const response = await fetch(`${standIn.issuer}/jwks`);
  const { keys }: { keys: Record<string, string>[] } = await response.json();
  expect(keys.map((key) => [key["kty"], key["alg"], "d" in key])).toEqual([
    ["EC", "ES256", false],
    ["RSA", "RS256", false],
  ]);
});

test.each([
  [secretClient.clientId, "ES256"],
  [rsaClient.clientId, "RS256"],
])("%s gets an ID token and a signed userinfo, both %s", async (clientId, algorithm) => {
  const standIn = await start();
  const identity = await signInFully(standIn, { clientId });
  expect(identity.callback.searchParams.get("state")).toBe(identity.state);
  expect(identity.callback.searchParams.get("iss")).toBe(standIn.issuer);
  expect(identity.expiresIn).toBe(60);
  expect(identity.userinfoType).toMatch(/^application\/jwt/u);
  expect(decodeProtectedHeader(identity.idToken).alg).toBe(algorithm);
  expect(decodeProtectedHeader(identity.userinfo).alg).toBe(algorithm);
  const claims = await identity.verify(identity.idToken);
  expect(claims).toEqual({
    iss: standIn.issuer,
    aud: clientId,
    sub: expect.stringMatching(/^[0-9a-f]{64}v1$/u),
    acr: "eidas1",
    nonce: identity.nonce,
    iat: expect.any(Number),
    exp: Number(claims.iat) + 60,
    auth_time: expect.any(Number),
  });
  expect(await identity.verify(identity.userinfo)).toMatchObject({
    sub: claims.sub,
    given_name: "Angela Claire Louise",
    given_name_array: ["Angela", "Claire", "Louise"],
    family_name: "DUBOIS",
    birthdate: "1982-08-24",
    birthplace: "75056",
    birthcountry: "99100",
    gender: "female",
    email: "angela.dubois@example.org",
  });
});

test.each(oddPeople.map((person) => [person.id, person] as const))(
  "%s arrives exactly as the person is",
  async (id, person) => {
    const standIn = await start();
    const identity = await signInFully(standIn, { person: id });
    const {
      iss: _,
      aud: __,
      sub: ___,
      iat: ____,
      exp: _____,
      ...claims
    } = await identity.verify(identity.userinfo);
    expect(claims).toEqual(describePerson(person));
  },
);

test("only the scopes asked for are told", async () => {
  const standIn = await start();
  const identity = await signInFully(standIn, { changes: { scope: "openid family_name" } });
  const claims = await identity.verify(identity.userinfo);
  expect(claims["family_name"]).toBe("DUBOIS");
  expect(claims).not.toHaveProperty("birthdate");
  expect(claims).not.toHaveProperty("email");
});

test("who has no given name has no such claim, and a birth abroad no place", async () => {
  const standIn = await start();
  const identity = await signInFully(standIn, { person: "no-given-name" });
  const claims = await identity.verify(identity.userinfo);
  expect(claims).not.toHaveProperty("given_name");
  expect(claims).toMatchObject({ family_name: "SUKARNOPUTRI", birthplace: "", birthcountry: "99231" });
});

test("the claims parameter asks for one claim without its scope", async () => {
  const standIn = await start();
  const claims = JSON.stringify({ userinfo: { email: null } });
  const identity = await signInFully(standIn, { changes: { scope: "openid", claims } });
  const told = await identity.verify(identity.userinfo);
  expect(told["email"]).toBe("angela.dubois@example.org");
  expect(told).not.toHaveProperty("family_name");
});

test.each([{ cancel: true }, { consent: false }])(
  "a person who signs in with %o is back with access_denied",
  async (options) => {
    const standIn = await start();
    const { location } = requestAuthorization(standIn.issuer);
    const callback = new URL(await standIn.signIn(location, { person: "ordinary", ...options }));
    expect(callback.searchParams.get("error")).toBe("access_denied");
  },
);

test("nobody signs in under an id that is not known", async () => {
  const standIn = await start();
  const { location } = requestAuthorization(standIn.issuer);
  await expect(standIn.signIn(location, { person: "nobody" })).rejects.toThrow("Nobody is called nobody");
});

test.each([
  [29, 200],
  [31, 400],
])("a code of %d seconds is answered with %d", async (seconds, status) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const standIn = await start();
  const { location, verifier } = requestAuthorization(standIn.issuer);
  const callback = await standIn.signIn(location, { person: "ordinary" });
  vi.setSystemTime(Date.now() + seconds * 1000);
  expect((await exchangeCode(standIn.issuer, callback, verifier)).status).toBe(status);
});

test("amr is in the ID token when the claims parameter asks for it", async () => {
  const standIn = await start();
  const claims = JSON.stringify({ id_token: { amr: { essential: true } } });
  const identity = await signInFully(standIn, { changes: { claims } });
  expect(await identity.verify(identity.idToken)).toMatchObject({ amr: ["pwd"], acr: "eidas1" });
});

test("at_hash and iss are sent or not, as asked", async () => {
  const standIn = await start({ isAccessTokenHashSent: true, isIssuerSent: false });
  const identity = await signInFully(standIn);
  const claims = await identity.verify(identity.idToken);
  const hash = createHash("sha256").update(identity.accessToken).digest("hex");
  expect(Buffer.from(String(claims["at_hash"]), "base64url").toString("hex")).toBe(hash.slice(0, 32));
  expect(identity.callback.searchParams.has("iss")).toBe(false);
  const discovery: Record<string, unknown> = await (await fetch(standIn.discoveryUrl)).json();
  expect(discovery["authorization_response_iss_parameter_supported"]).toBe(false);
});

test("a person is somebody else for each service, and the same one next time", async () => {
  const standIn = await start();
  const subjects = await Promise.all(
    [secretClient, secretClient, rsaClient].map(async ({ clientId }) => {
      const identity = await signInFully(standIn, { clientId });
      return (await identity.verify(identity.idToken)).sub;
    }),
  );
  expect(subjects[1]).toBe(subjects[0]);
  expect(subjects[2]).not.toBe(subjects[0]);
});

test("a service signs in with private_key_jwt, and not with another's key", async () => {
  const own = await generateKeyPair("ES256", { extractable: true });
  const other = await generateKeyPair("ES256");
  const publicKeys = [{ ...(await exportJWK(own.publicKey)), alg: "ES256" }];
  const standIn = await start({
    clients: [{ ...secretClient, authentication: { method: "private_key_jwt", publicKeys } }],
  });
  const exchange = async (key: CryptoKey): Promise<number> => {
    const { location, verifier } = requestAuthorization(standIn.issuer);
    const callback = await standIn.signIn(location, { person: "ordinary" });
    const assertion = await new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer(secretClient.clientId)
      .setSubject(secretClient.clientId)
      .setAudience(standIn.issuer)
      .setIssuedAt()
      .setExpirationTime("1m")
      .sign(key);
    const answer = await exchangeCode(standIn.issuer, callback, verifier, {
      client_secret: undefined,
      client_assertion: assertion,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    });
    return answer.status;
  };
  expect(await exchange(own.privateKey)).toBe(200);
  expect(await exchange(other.privateKey)).toBe(401);
});

test("an access token that is not the provider's reads no identity", async () => {
  const standIn = await start();
  expect((await readUserinfo(standIn, "invented")).status).toBe(401);
});

test("a log-out ends where the service asked, even with an ID token that has expired", async () => {
  const standIn = await start();
  standIn.tamperWith({ idToken: ({ claims }, forge) => forge.sign({ ...claims, iat: 1, exp: 2 }) });
  const { idToken } = await signInFully(standIn);
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: signedOutUrl,
    state: "an-opaque-state",
  });
  const end = await standIn.signOut(`${standIn.issuer}/session/end?${query}`);
  expect(end).toBe(`${signedOutUrl}?state=an-opaque-state`);
});

test("a log-out to an address that is not registered is refused", async () => {
  const standIn = await start();
  const { idToken } = await signInFully(standIn);
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: "http://evil.example/",
  });
  await expect(standIn.signOut(`${standIn.issuer}/session/end?${query}`)).rejects.toThrow("invalid_request");
});
