import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { clientKinds, clientOf, registeredClients, signIn } from "../../test/france-connect/sign-in.ts";

const standIn = await startFranceConnectStandIn({ clients: registeredClients });

afterEach(() => standIn.mend());
afterAll(() => standIn.stop());

describe("createFranceConnect", () => {
  it.each(clientKinds)("signs in with $method and $algorithm", async (kind) => {
    const identity = await signIn(clientOf(standIn, {}, kind), standIn);
    expect(identity).toEqual({
      issuer: standIn.issuer,
      subject: expect.stringMatching(/^[0-9a-f]{64}v1$/),
      givenName: "Angela Claire Louise",
      familyName: "DUBOIS",
      preferredUsername: null,
      birthDate: "1982-08-24",
      email: "angela.dubois@example.org",
      idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  it("signs in with a key given as a JWK", async () => {
    const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
      "sign",
      "verify",
    ]);
    const { kty = "", crv = "", x = "", y = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
    const [first] = registeredClients;
    const publicKeys = [{ kty, crv, x, y, kid: "2026", use: "sig" }];
    const provider = await startFranceConnectStandIn({
      clients: [
        {
          ...first,
          clientId: "jwk",
          redirectUris: first?.redirectUris ?? [],
          authentication: { method: "private_key_jwt", publicKeys },
        },
      ],
    });
    try {
      const key = { ...(await crypto.subtle.exportKey("jwk", pair.privateKey)), alg: "ES256", use: "sig" };
      const clientAuthentication = {
        method: "private_key_jwt",
        key,
        keyId: "2026",
        algorithm: "ES256",
      } as const;
      const client = clientOf(provider, { clientId: "jwk", clientAuthentication });
      await expect(signIn(client, provider)).resolves.toMatchObject({ familyName: "DUBOIS" });
    } finally {
      await provider.stop();
    }
  });

  it("says at the first use that a key is unusable", async () => {
    const key = { kty: "EC", crv: "P-256", x: "AA", y: "AA", d: "AA" };
    const clientAuthentication = { method: "private_key_jwt", key, keyId: "a", algorithm: "ES256" } as const;
    await expect(clientOf(standIn, { clientAuthentication }).begin()).rejects.toThrow(
      /clientAuthentication\.key/,
    );
  });

  it("asks for what it was told to, with a state and a nonce that can't be guessed", async () => {
    const scopes = ["openid", "identite_pivot"];
    const { location, state } = await clientOf(standIn, { scopes }).begin();
    const { searchParams, origin, pathname } = new URL(location);
    expect(origin + pathname).toBe(`${standIn.issuer}/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: "client_secret_post-ES256",
      response_type: "code",
      redirect_uri: "http://localhost:9/educonnect/france-connect/callback",
      scope: "openid identite_pivot",
      acr_values: "eidas1",
      state,
      nonce: expect.stringMatching(/^[\w-]{32}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    expect(state).toMatch(/^[\w-]{32}$/);
    expect(searchParams.get("nonce")).not.toBe(state);
  });

  it("signs in without PKCE when told to", async () => {
    const client = clientOf(standIn, { pkce: false });
    const { location } = await client.begin();
    expect(new URL(location).searchParams.has("code_challenge")).toBe(false);
    await expect(signIn(client, standIn)).resolves.toMatchObject({ familyName: "DUBOIS" });
  });

  it("never begins twice alike", async () => {
    const client = clientOf(standIn);
    const begun = await Promise.all(Array.from({ length: 50 }, () => client.begin()));
    expect(new Set(begun.map(({ state }) => state)).size).toBe(50);
    expect(new Set(begun.map(({ location }) => new URL(location).searchParams.get("nonce"))).size).toBe(50);
    expect(new Set(begun.map(({ pending }) => pending)).size).toBe(50);
  });

  it("knows a person again, and each person apart", async () => {
    const client = clientOf(standIn);
    const subjects = await Promise.all(
      ["ordinary", "ordinary", "usage-name"].map(
        async (person) => (await signIn(client, standIn, person)).subject,
      ),
    );
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[2]).not.toBe(subjects[0]);
  });

  it.each([
    ["usage-name", { familyName: "MOREAU", preferredUsername: "LEFÈVRE" }],
    ["no-given-name", { givenName: "", familyName: "SUKARNOPUTRI" }],
    ["year-only", { birthDate: "1985-00-00" }],
    ["year-and-month", { birthDate: "1985-07-00" }],
    ["no-mail", { email: null }],
    ["long-name", { familyName: "DE LA ROCHEFOUCAULD-MONTMORENCY D'AUBIGNY-SAINTE-CROIX" }],
    ["ligatures", { familyName: "LECŒUR-NUÑEZ Y MUÑOZ" }],
    ["stroke", { givenName: "Łukasz", familyName: "WAŁĘSA-ŻÓŁĆ" }],
  ])("reads the identity of %s", async (person, identity) => {
    await expect(signIn(clientOf(standIn), standIn, person)).resolves.toMatchObject(identity);
  });

  it.each([
    ["control characters", { family_name: "DU\u0000BOIS" }, "userinfo_family_name"],
    ["a name without end", { given_name: "A".repeat(9_000) }, "userinfo_given_name"],
    ["no family name", { family_name: undefined }, "userinfo_family_name"],
    ["a date that is none", { birthdate: "1985-02-30" }, "userinfo_birthdate"],
  ])("refuses a signed identity with %s", async (_, changes, reason) => {
    standIn.tamperWith({ userinfo: ({ claims }, forge) => forge.sign({ ...claims, ...changes }) });
    await expect(signIn(clientOf(standIn), standIn)).rejects.toMatchObject({ code: "refused", reason });
  });

  it("brings names to NFC", async () => {
    standIn.tamperWith({
      userinfo: ({ claims }, forge) => forge.sign({ ...claims, given_name: "Zoe\u0308" }),
    });
    await expect(signIn(clientOf(standIn), standIn)).resolves.toMatchObject({ givenName: "Zo\u00eb" });
  });

  it("ends the session at FranceConnect with a hint, however old", async () => {
    const client = clientOf(standIn);
    const { idToken } = await signIn(client, standIn);
    const state = "a state of the log-out, 22 or more";
    const later = clientOf(standIn, { clock: { now: () => Math.floor(Date.now() / 1000) + 1_000_000 } });
    const location = await later.logoutLocation(idToken, state);
    expect(Object.fromEntries(new URL(location).searchParams)).toEqual({
      id_token_hint: idToken,
      state,
      post_logout_redirect_uri: "http://localhost:9/au-revoir",
    });
    const end = new URL(await standIn.signOut(location));
    expect(end.origin + end.pathname).toBe("http://localhost:9/au-revoir");
    expect(end.searchParams.get("state")).toBe(state);
  });

  it("says when a provider has no log-out", async () => {
    standIn.tamperWith({ discovery: (document) => ({ ...document, end_session_endpoint: undefined }) });
    await expect(clientOf(standIn).logoutLocation("a.b.c", "state")).rejects.toMatchObject({
      code: "refused",
      reason: "metadata_end_session_endpoint",
    });
  });
});
