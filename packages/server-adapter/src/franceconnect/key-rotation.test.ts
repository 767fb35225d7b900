import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { clientOf, outcomeOf, signIn } from "../../test/france-connect/sign-in.ts";
import { kindsBy, tendProvider, tryToSignIn } from "../../test/france-connect/tend-provider.ts";

const standIn = await tendProvider(startFranceConnectStandIn, { afterEach, afterAll });

const kinds = kindsBy("client_secret_post");

describe.each(kinds)("OIDC client, keys, $algorithm", (kind) => {
  it.each([true, false])(
    "OIDC 10.1.1 follows a rotation between two sign-ins, previous key kept: %s",
    async (isPreviousKept) => {
      const client = clientOf(standIn, {}, kind);
      expect(await outcomeOf(signIn(client, standIn))).toMatch(/^let in/);
      await standIn.rotateKeys({ isPreviousKept });
      expect(await outcomeOf(signIn(client, standIn))).toMatch(/^let in/);
    },
  );

  it("OIDC 10.1.1 follows a rotation mid-flow, between the callback and the code", async () => {
    const client = clientOf(standIn, {}, kind);
    await signIn(client, standIn);
    const { location, state, pending } = await client.begin();
    const { search } = new URL(await standIn.signIn(location, { person: "ordinary" }));
    await standIn.rotateKeys({ isPreviousKept: false });
    expect(await outcomeOf(client.complete(search, state, pending))).toMatch(/^let in/);
  });

  it("OIDC 10.1.1 follows a rotation mid-flow, between the ID token and the userinfo", async () => {
    const client = clientOf(standIn, {}, kind);
    await signIn(client, standIn);
    let rotations = 0;
    standIn.tamperWith({
      token: async (body) => {
        rotations += 1;
        await standIn.rotateKeys();
        return body;
      },
    });
    expect(await outcomeOf(signIn(client, standIn))).toMatch(/^let in/);
    expect(rotations).toBe(1);
  });

  it("OIDC 10.1.1 takes both of two published keys", async () => {
    await standIn.rotateKeys();
    const client = clientOf(standIn, {}, kind);
    expect(await outcomeOf(signIn(client, standIn))).toMatch(/^let in/);
    standIn.tamperWith({ idToken: ({ claims }, forge) => forge.signWithPreviousKey(claims) });
    expect(await outcomeOf(signIn(client, standIn))).toMatch(/^let in/);
  });

  it("OIDC 10.1, ASVS 9.1.3 refuses: two keys, and a token that names neither", async () => {
    await standIn.rotateKeys();
    standIn.tamperWith({ idToken: ({ claims }, forge) => forge.sign(claims, { kid: undefined }) });
    expect(await tryToSignIn(standIn, kind)).toBe("refused:id_token_key_ambiguous");
  });

  it("OIDC 10.1.1, ASVS 9.1.3 refuses: a key that was withdrawn", async () => {
    await standIn.rotateKeys({ isPreviousKept: false });
    standIn.tamperWith({ idToken: ({ claims }, forge) => forge.signWithPreviousKey(claims) });
    expect(await tryToSignIn(standIn, kind)).toBe("refused:id_token_key_unknown");
  });
});
