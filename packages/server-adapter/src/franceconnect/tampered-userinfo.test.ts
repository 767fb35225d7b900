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
  secondsNow,
  tendProvider,
  tryToSignIn,
  withRules,
} from "../../test/france-connect/tend-provider.ts";

const standIn = await tendProvider(startFranceConnectStandIn, { afterEach, afterAll });

type Forgery = (token: IssuedToken, forge: Forge) => string | JsonMembers | Promise<string>;

const change =
  (changes: JsonMembers): Forgery =>
  ({ claims }, forge) =>
    forge.sign({ ...claims, ...changes });

const rows: readonly (readonly [row: string, forgery: Forgery, reason: string])[] = [
  ["sub mismatch", change({ sub: "somebody else" }), "userinfo_sub"],
  ["missing sub", change({ sub: undefined }), "userinfo_sub"],
  ["wrong iss", change({ iss: "https://other.example" }), "userinfo_iss"],
  ["missing iss", change({ iss: undefined }), "userinfo_iss"],
  ["wrong aud", change({ aud: "somebody-else" }), "userinfo_aud"],
  ["missing aud", change({ aud: undefined }), "userinfo_aud"],
  [
    "several audiences",
    ({ claims }, forge) => forge.sign({ ...claims, aud: [claims["aud"], "somebody-else"] }),
    "userinfo_aud",
  ],
  ["exp in the past", change({ exp: secondsNow() - 31 }), "userinfo_exp"],
  ["unsigned, as JSON", ({ claims }) => claims, "userinfo_unsigned"],
  ["unsigned, alg none", ({ claims }, forge) => forge.leaveUnsigned(claims), "userinfo_algorithm"],
  [
    "HS256 signed with the public key",
    ({ claims }, forge) => forge.signWithPublicKey(claims),
    "userinfo_algorithm",
  ],
  ["broken signature", ({ compact }, forge) => forge.breakSignature(compact), "userinfo_signature"],
  [
    "signature under a key never published",
    ({ claims }, forge) => forge.signWithForeignKey(claims),
    "userinfo_signature",
  ],
  ["unknown kid", ({ claims }, forge) => forge.sign(claims, { kid: "unknown" }), "userinfo_key_unknown"],
  ["another kind of token", ({ claims }, forge) => forge.sign(claims, { typ: "at+jwt" }), "userinfo_typ"],
  ["an encrypted token", () => "a.b.c.d.e", "userinfo_malformed"],
  ["no token", () => "not a token", "userinfo_malformed"],
];

describe.each(kindsBy("private_key_jwt"))("OIDC client, userinfo, $algorithm", (kind) => {
  it.each(withRules(rows))("%s refuses: %s", async (_rule, _row, userinfo, reason) => {
    standIn.tamperWith({ userinfo });
    expect(await tryToSignIn(standIn, kind)).toBe(`refused:${reason}`);
  });

  it("ASVS 9.1.2 refuses: another algorithm than the registered one", async () => {
    const userinfoAlgorithm = kind.algorithm === "ES256" ? "RS256" : "ES256";
    const client = clientOf(standIn, { userinfoAlgorithm }, kind);
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:userinfo_algorithm");
  });
});

describe("OIDC client, userinfo", () => {
  it("OIDC 5.3.2, ASVS 10.5.2 refuses: the userinfo of somebody else, signed as it should be", async () => {
    const client = clientOf(standIn);
    let kept = "";
    standIn.tamperWith({
      userinfo: ({ compact }) => {
        kept = compact;
        return compact;
      },
    });
    await signIn(client, standIn, "usage-name");
    standIn.tamperWith({ userinfo: () => kept });
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:userinfo_sub");
  });

  it("ASVS 9.2.2 refuses: the ID token in its place", async () => {
    let idToken = "";
    standIn.tamperWith({
      idToken: ({ compact }) => {
        idToken = compact;
        return compact;
      },
      userinfo: () => idToken,
    });
    expect(await tryToSignIn(standIn)).toBe("refused:userinfo_family_name");
  });

  it("RFC 6750 3.1 refuses: an access token that can't be sent", async () => {
    standIn.tamperWith({ token: (body) => ({ ...body, access_token: "a\r\nb" }) });
    expect(await tryToSignIn(standIn)).toBe("refused:userinfo_response_invalid");
  });

  it("RFC 6750 3.1 refuses: an access token that has ended", async () => {
    standIn.setFault("accessToken", "expired");
    expect(await tryToSignIn(standIn)).toBe("refused:userinfo_invalid_token");
  });
});
