import { createHash } from "node:crypto";
import {
  startFranceConnectStandIn,
  type Forge,
  type IssuedToken,
  type JsonMembers,
} from "@educonnect-activation/france-connect-stand-in";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { clientOf, outcomeOf, signIn } from "../../test/france-connect/sign-in.ts";
import {
  kindsBy,
  ruleOf,
  secondsNow,
  tendProvider,
  tryToSignIn,
  withRules,
} from "../../test/france-connect/tend-provider.ts";

const standIn = await tendProvider(startFranceConnectStandIn, { afterEach, afterAll });

/** Claims that are wrong in a token whose signature is right; undefined takes one away. */
const wrongClaims: readonly (readonly [row: string, changes: JsonMembers, reason: string])[] = [
  ["wrong iss", { iss: "https://other.example" }, "id_token_iss"],
  ["iss with a slash more", { iss: `${standIn.issuer}/` }, "id_token_iss"],
  ["missing iss", { iss: undefined }, "id_token_iss"],
  ["wrong sub, which is not the userinfo's", { sub: "somebody else" }, "userinfo_sub"],
  ["missing sub", { sub: undefined }, "id_token_sub"],
  ["empty sub", { sub: "" }, "id_token_sub"],
  ["sub of 256 characters", { sub: "s".repeat(256) }, "id_token_sub"],
  ["wrong aud", { aud: "somebody-else" }, "id_token_aud"],
  ["missing aud", { aud: undefined }, "id_token_aud"],
  ["aud of nobody", { aud: [] }, "id_token_aud"],
  ["wrong azp", { azp: "somebody-else" }, "id_token_azp"],
  ["iat in the future", { iat: secondsNow() + 120, exp: secondsNow() + 180 }, "id_token_iat"],
  ["iat long ago", { iat: secondsNow() - 600 }, "id_token_iat"],
  ["missing iat", { iat: undefined }, "id_token_iat"],
  ["exp in the past", { iat: secondsNow() - 80, exp: secondsNow() - 31 }, "id_token_exp"],
  ["exp before iat", { iat: secondsNow(), exp: secondsNow() - 10 }, "id_token_exp"],
  ["missing exp", { exp: undefined }, "id_token_exp"],
  ["wrong nonce", { nonce: "n".repeat(32) }, "id_token_nonce"],
  ["missing nonce", { nonce: undefined }, "id_token_nonce"],
  ["wrong acr", { acr: "eidas0" }, "id_token_acr"],
  ["acr that is none of ours", { acr: "eidas10" }, "id_token_acr"],
  ["acr of another type", { acr: ["eidas1"] }, "id_token_acr"],
  ["missing acr", { acr: undefined }, "id_token_acr"],
  ["wrong at_hash", { at_hash: "AAAAAAAAAAAAAAAAAAAAAA" }, "id_token_at_hash"],
  ["at_hash of another type", { at_hash: null }, "id_token_at_hash"],
  ["nbf in the future", { nbf: secondsNow() + 120 }, "id_token_nbf"],
];

type Forgery = (token: IssuedToken, forge: Forge) => string | Promise<string>;

/** Tokens whose claims are right, but not who vouches for them. */
const wrongSignatures: readonly (readonly [row: string, forgery: Forgery, reason: string])[] = [
  ["broken signature", ({ compact }, forge) => forge.breakSignature(compact), "id_token_signature"],
  [
    "signature under a key never published",
    ({ claims }, forge) => forge.signWithForeignKey(claims),
    "id_token_signature",
  ],
  [
    "claims changed after the signature",
    ({ compact, claims }) => {
      const [header, , signature] = compact.split(".");
      const changed = Buffer.from(JSON.stringify({ ...claims, auth_time: 1 })).toString("base64url");
      return [header, changed, signature].join(".");
    },
    "id_token_signature",
  ],
  ["alg none", ({ claims }, forge) => forge.leaveUnsigned(claims), "id_token_algorithm"],
  [
    "alg none with a kid",
    ({ claims, header }, forge) => forge.leaveUnsigned(claims, { kid: header["kid"] }),
    "id_token_algorithm",
  ],
  ["alg nOnE", ({ claims }, forge) => forge.leaveUnsigned(claims, { alg: "nOnE" }), "id_token_algorithm"],
  [
    "HS256 signed with the public key",
    ({ claims }, forge) => forge.signWithPublicKey(claims),
    "id_token_algorithm",
  ],
  [
    "HS256 signed with the client's secret",
    ({ claims }, forge) => forge.signWithSecret(claims, "a secret of more than 32 characters, with % and +"),
    "id_token_algorithm",
  ],
  ["unknown kid", ({ claims }, forge) => forge.sign(claims, { kid: "unknown" }), "id_token_key_unknown"],
  ["another kind of token", ({ claims }, forge) => forge.sign(claims, { typ: "logout+jwt" }), "id_token_typ"],
  ["no token", () => "not a token", "token_response_invalid"],
  ["a token of nothing", () => "..", "token_response_invalid"],
];

describe.each(kindsBy("client_secret_post"))("OIDC client, ID token, $algorithm", (kind) => {
  it.each(withRules(wrongClaims))("%s refuses: %s", async (_rule, _row, changes, reason) => {
    standIn.tamperWith({ idToken: ({ claims }, forge) => forge.sign({ ...claims, ...changes }) });
    expect(await tryToSignIn(standIn, kind)).toBe(`refused:${reason}`);
  });

  it.each(withRules(wrongSignatures))("%s refuses: %s", async (_rule, _row, idToken, reason) => {
    standIn.tamperWith({ idToken });
    expect(await tryToSignIn(standIn, kind)).toBe(`refused:${reason}`);
  });

  it(`${ruleOf("id_token_aud")} refuses: several audiences, even with azp`, async () => {
    standIn.tamperWith({
      idToken: ({ claims }, forge) => {
        const aud = [claims["aud"], "somebody-else"];
        return forge.sign({ ...claims, aud, azp: claims["aud"] });
      },
    });
    expect(await tryToSignIn(standIn, kind)).toBe("refused:id_token_aud");
  });

  it("takes one audience in a list, azp that is us, and clocks 25 s apart", async () => {
    standIn.tamperWith({
      idToken: ({ claims }, forge) => {
        const times = { iat: secondsNow() + 25, exp: secondsNow() + 85 };
        return forge.sign({ ...claims, ...times, aud: [claims["aud"]], azp: claims["aud"] });
      },
    });
    expect(await tryToSignIn(standIn, kind)).toMatch(/^let in/);
  });

  it("ASVS 9.1.2 refuses: another algorithm than the registered one", async () => {
    const idTokenAlgorithm = kind.algorithm === "ES256" ? "RS256" : "ES256";
    const client = clientOf(standIn, { idTokenAlgorithm }, kind);
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:id_token_algorithm");
  });
});

describe("OIDC client, ID token", () => {
  it("OIDC 3.1.3.8 refuses: missing at_hash, where it is required", async () => {
    const client = clientOf(standIn, { requireAccessTokenHash: true });
    standIn.tamperWith({
      idToken: ({ claims }, forge) => forge.sign({ ...claims, at_hash: undefined }),
    });
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:id_token_at_hash");
  });

  it("OIDC 3.1.3.8 takes the at_hash of its access token", async () => {
    let issued: { readonly token: IssuedToken; readonly forge: Forge } | undefined;
    standIn.tamperWith({
      idToken: (token, forge) => {
        issued = { token, forge };
        return token.compact;
      },
      token: async (body) => {
        const digest = createHash("sha256").update(String(body["access_token"])).digest();
        const at_hash = digest.subarray(0, 16).toString("base64url");
        return { ...body, id_token: await issued?.forge.sign({ ...issued.token.claims, at_hash }) };
      },
    });
    const client = clientOf(standIn, { requireAccessTokenHash: true });
    expect(await outcomeOf(signIn(client, standIn))).toMatch(/^let in/);
  });

  it.each(["eidas2", "eidas3"] as const)(
    "OIDC 3.1.3.7 (12), ASVS 6.8.4 refuses: acr below %s, which was asked for",
    async (acr) => {
      const client = clientOf(standIn, { acr });
      const { location, state, pending } = await client.begin();
      expect(new URL(location).searchParams.get("acr_values")).toBe(acr);
      // Whoever holds the browser can ask for less than we did.
      const lowered = location.replace(acr, "eidas1");
      const { search } = new URL(await standIn.signIn(lowered, { person: "ordinary" }));
      expect(await outcomeOf(client.complete(search, state, pending))).toBe("refused:id_token_acr");
    },
  );

  it("takes a level above the one asked for", async () => {
    standIn.tamperWith({ idToken: ({ claims }, forge) => forge.sign({ ...claims, acr: "eidas3" }) });
    expect(await tryToSignIn(standIn)).toMatch(/^let in/);
  });

  it.each<[string, JsonMembers]>([
    ["without an ID token", { id_token: undefined }],
    ["without an access token", { access_token: undefined }],
    ["with a kind of access token that is not ours to use", { token_type: "DPoP" }],
  ])("OIDC 3.1.3.3 refuses an answer %s", async (_, changes) => {
    standIn.tamperWith({ token: (body) => ({ ...body, ...changes }) });
    expect(await tryToSignIn(standIn)).toBe("refused:token_response_invalid");
  });

  it("ASVS 10.5.1 refuses the ID token of another sign-in", async () => {
    let kept = "";
    standIn.tamperWith({
      idToken: ({ compact }) => {
        kept = compact;
        return compact;
      },
    });
    const client = clientOf(standIn);
    await signIn(client, standIn);
    standIn.tamperWith({ idToken: () => kept });
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:id_token_nonce");
  });
});
