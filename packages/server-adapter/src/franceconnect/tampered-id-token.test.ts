import { createHash } from "node:crypto";
import {
  startFranceConnectStandIn,
  type Forge,
  type IssuedToken,
  type JsonMembers,
} from "@educonnect-activation/france-connect-stand-in";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import {
  clientKinds,
  clientOf,
  outcomeOf,
  registeredClients,
  signIn,
} from "../testing/france-connect/sign-in.ts";

const standIn = await startFranceConnectStandIn({ clients: registeredClients });

afterEach(() => standIn.mend());
afterAll(() => standIn.stop());

const now = () => Math.floor(Date.now() / 1000);

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
  ["iat in the future", { iat: now() + 120, exp: now() + 180 }, "id_token_iat"],
  ["iat long ago", { iat: now() - 600 }, "id_token_iat"],
  ["missing iat", { iat: undefined }, "id_token_iat"],
  ["exp in the past", { iat: now() - 80, exp: now() - 31 }, "id_token_exp"],
  ["exp before iat", { iat: now(), exp: now() - 10 }, "id_token_exp"],
  ["missing exp", { exp: undefined }, "id_token_exp"],
  ["wrong nonce", { nonce: "n".repeat(32) }, "id_token_nonce"],
  ["missing nonce", { nonce: undefined }, "id_token_nonce"],
  ["wrong acr", { acr: "eidas0" }, "id_token_acr"],
  ["acr that is none of ours", { acr: "eidas10" }, "id_token_acr"],
  ["acr of another type", { acr: ["eidas1"] }, "id_token_acr"],
  ["missing acr", { acr: undefined }, "id_token_acr"],
  ["wrong at_hash", { at_hash: "AAAAAAAAAAAAAAAAAAAAAA" }, "id_token_at_hash"],
  ["at_hash of another type", { at_hash: null }, "id_token_at_hash"],
  ["nbf in the future", { nbf: now() + 120 }, "id_token_nbf"],
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

describe.each(clientKinds.filter(({ method }) => method === "client_secret_post"))(
  "OIDC client, ID token, $algorithm",
  (kind) => {
    it.each(wrongClaims)("refuses: %s", async (_, changes, reason) => {
      standIn.tamperWith({ idToken: ({ claims }, forge) => forge.sign({ ...claims, ...changes }) });
      expect(await outcomeOf(signIn(clientOf(standIn, {}, kind), standIn))).toBe(`refused:${reason}`);
    });

    it.each(wrongSignatures)("refuses: %s", async (_, idToken, reason) => {
      standIn.tamperWith({ idToken });
      expect(await outcomeOf(signIn(clientOf(standIn, {}, kind), standIn))).toBe(`refused:${reason}`);
    });

    it("refuses: several audiences, even with azp", async () => {
      standIn.tamperWith({
        idToken: ({ claims }, forge) => {
          const aud = [claims["aud"], "somebody-else"];
          return forge.sign({ ...claims, aud, azp: claims["aud"] });
        },
      });
      expect(await outcomeOf(signIn(clientOf(standIn, {}, kind), standIn))).toBe("refused:id_token_aud");
    });

    it("takes one audience in a list, azp that is us, and clocks 25 s apart", async () => {
      standIn.tamperWith({
        idToken: ({ claims }, forge) => {
          const times = { iat: now() + 25, exp: now() + 85 };
          return forge.sign({ ...claims, ...times, aud: [claims["aud"]], azp: claims["aud"] });
        },
      });
      expect(await outcomeOf(signIn(clientOf(standIn, {}, kind), standIn))).toMatch(/^let in/);
    });

    it("refuses: another algorithm than the registered one", async () => {
      const idTokenAlgorithm = kind.algorithm === "ES256" ? "RS256" : "ES256";
      const client = clientOf(standIn, { idTokenAlgorithm }, kind);
      expect(await outcomeOf(signIn(client, standIn))).toBe("refused:id_token_algorithm");
    });
  },
);

describe("OIDC client, ID token", () => {
  it("refuses: missing at_hash, where it is required", async () => {
    const client = clientOf(standIn, { requireAccessTokenHash: true });
    standIn.tamperWith({
      idToken: ({ claims }, forge) => forge.sign({ ...claims, at_hash: undefined }),
    });
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:id_token_at_hash");
  });

  it("takes the at_hash of its access token", async () => {
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

  it.each(["eidas2", "eidas3"] as const)("refuses: acr below %s, which was asked for", async (acr) => {
    const client = clientOf(standIn, { acr });
    const { location, state, pending } = await client.begin();
    expect(new URL(location).searchParams.get("acr_values")).toBe(acr);
    // Whoever holds the browser can ask for less than we did.
    const lowered = location.replace(acr, "eidas1");
    const { search } = new URL(await standIn.signIn(lowered, { person: "ordinary" }));
    expect(await outcomeOf(client.complete(search, state, pending))).toBe("refused:id_token_acr");
  });

  it("takes a level above the one asked for", async () => {
    standIn.tamperWith({ idToken: ({ claims }, forge) => forge.sign({ ...claims, acr: "eidas3" }) });
    expect(await outcomeOf(signIn(clientOf(standIn), standIn))).toMatch(/^let in/);
  });

  it.each<[string, JsonMembers]>([
    ["without an ID token", { id_token: undefined }],
    ["without an access token", { access_token: undefined }],
    ["with a kind of access token that is not ours to use", { token_type: "DPoP" }],
  ])("refuses an answer %s", async (_, changes) => {
    standIn.tamperWith({ token: (body) => ({ ...body, ...changes }) });
    expect(await outcomeOf(signIn(clientOf(standIn), standIn))).toBe("refused:token_response_invalid");
  });

  it("refuses the ID token of another sign-in", async () => {
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
