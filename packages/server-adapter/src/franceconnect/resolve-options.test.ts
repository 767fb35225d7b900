import { exportJWK, generateKeyPair } from "jose";
import { describe, expect, it } from "vitest";
import { createFranceConnect } from "./create-france-connect.ts";
import type { FranceConnectOptions } from "./france-connect-options.ts";
import { resolveOptions } from "./resolve-options.ts";

const p256 = await generateKeyPair("ES256", { extractable: true });
const p384 = await generateKeyPair("ES384", { extractable: true });
const rsa = await generateKeyPair("RS256", { extractable: true });
const jwk = await exportJWK(p256.privateKey);
const publicJwk = await exportJWK(p256.publicKey);
const { d: _private, ...rsaPublicJwk } = await exportJWK(rsa.privateKey);

const options: FranceConnectOptions = {
  environment: "production",
  clientId: "educonnect",
  clientAuthentication: { method: "client_secret_post", secret: "a secret" },
  redirectUri: "https://ent.example/educonnect/france-connect/callback",
  postLogoutRedirectUri: "https://ent.example/",
};
const keyed = { method: "private_key_jwt", keyId: "a", algorithm: "ES256", key: jwk };

describe("resolveOptions", () => {
  it("has FranceConnect's own values by default", () => {
    expect(resolveOptions(options)).toMatchObject({
      issuer: new URL("https://oidc.franceconnect.gouv.fr/api/v2"),
      scopes: ["openid", "identite_pivot", "preferred_username", "email"],
      acr: "eidas1",
      idTokenAlgorithm: "ES256",
      userinfoAlgorithm: "ES256",
      pkce: true,
      requireAccessTokenHash: false,
      timeoutSeconds: 5,
      allowInsecureIssuer: false,
    });
  });

  it.each([
    ["sandbox", "https://fcp-low.sbx.dev-franceconnect.fr/api/v2"],
    [{ issuer: "https://provider.example" }, "https://provider.example/"],
    [{ issuer: new URL("https://provider.example/a") }, "https://provider.example/a"],
  ] as const)("takes the environment %o", (environment, issuer) => {
    expect(resolveOptions({ ...options, environment }).issuer.href).toBe(issuer);
  });

  it.each(["http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9"])(
    "takes %s where development allows it",
    (issuer) => {
      const local = { ...options, environment: { issuer }, redirectUri: `${issuer}/callback` };
      expect(resolveOptions({ ...local, allowInsecureIssuer: true }).issuer.href).toBe(`${issuer}/`);
      expect(() => resolveOptions(local)).toThrow(TypeError);
    },
  );

  it.each<[string, object]>([
    ["environment", { environment: "integration" }],
    ["environment", { environment: undefined }],
    ["environment", { environment: { issuer: "no address" } }],
    ["environment", { environment: { issuer: "http://provider.example" } }],
    ["environment", { environment: { issuer: "http://provider.example" }, allowInsecureIssuer: true }],
    ["environment", { environment: { issuer: "http://127.0.0.1.example" }, allowInsecureIssuer: true }],
    ["environment", { environment: { issuer: "https://provider.example/?a" } }],
    ["environment", { environment: { issuer: "https://provider.example/#a" } }],
    ["environment", { environment: { issuer: "https://a:b@provider.example/" } }],
    ["clientId", { clientId: "" }],
    ["clientId", { clientId: undefined }],
    ["redirectUri", { redirectUri: "/callback" }],
    ["redirectUri", { redirectUri: "http://ent.example/callback" }],
    ["redirectUri", { redirectUri: "https://ENT.example/callback" }],
    ["redirectUri", { redirectUri: "https://ent.example" }],
    ["redirectUri", { redirectUri: "https://ent.example/callback?a=b" }],
    ["redirectUri", { redirectUri: "https://ent.example/callback#a" }],
    ["postLogoutRedirectUri", { postLogoutRedirectUri: undefined }],
    ["postLogoutRedirectUri", { postLogoutRedirectUri: "javascript:alert(1)" }],
    ["scopes", { scopes: ["email"] }],
    ["scopes", { scopes: ["openid", "a b"] }],
    ["scopes", { scopes: "openid" }],
    ["acr", { acr: "eidas0" }],
    ["idTokenAlgorithm", { idTokenAlgorithm: "HS256" }],
    ["idTokenAlgorithm", { idTokenAlgorithm: "none" }],
    ["userinfoAlgorithm", { userinfoAlgorithm: "HS256" }],
    ["pkce", { pkce: "no" }],
    ["requireAccessTokenHash", { requireAccessTokenHash: 1 }],
    ["allowInsecureIssuer", { allowInsecureIssuer: "yes" }],
    ["timeoutSeconds", { timeoutSeconds: 0 }],
    ["timeoutSeconds", { timeoutSeconds: 21 }],
    ["timeoutSeconds", { timeoutSeconds: Number.NaN }],
    ["clock", { clock: {} }],
    ["random", { random: 4 }],
    ["fetch", { fetch: "fetch" }],
    ["clientAuthentication.method", { clientAuthentication: undefined }],
    ["clientAuthentication.method", { clientAuthentication: { method: "client_secret_basic", secret: "a" } }],
    ["clientAuthentication.secret", { clientAuthentication: { method: "client_secret_post", secret: "" } }],
    ["clientAuthentication.keyId", { clientAuthentication: { ...keyed, keyId: "" } }],
    ["clientAuthentication.algorithm", { clientAuthentication: { ...keyed, algorithm: "HS256" } }],
    ["clientAuthentication.key", { clientAuthentication: { ...keyed, key: "a" } }],
    ["clientAuthentication.key", { clientAuthentication: { ...keyed, key: publicJwk } }],
    ["clientAuthentication.key", { clientAuthentication: { ...keyed, algorithm: "RS256" } }],
    ["clientAuthentication.key", { clientAuthentication: { ...keyed, key: p384.privateKey } }],
    ["clientAuthentication.key", { clientAuthentication: { ...keyed, key: p256.publicKey } }],
    ["clientAuthentication.key", { clientAuthentication: { ...keyed, key: rsa.privateKey } }],
    [
      "clientAuthentication.key",
      { clientAuthentication: { ...keyed, algorithm: "RS256", key: rsaPublicJwk } },
    ],
    [
      "clientAuthentication.key",
      { clientAuthentication: { ...keyed, algorithm: "RS256", key: { kty: "RSA", d: "AA", n: "AA" } } },
    ],
  ])("refuses %s: %o", (name, change) => {
    expect(() => createFranceConnect(Object.assign({}, options, change))).toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.stringContaining(name) }),
    );
  });
});
