import { exportJWK, generateKeyPair, SignJWT, type JWK } from "jose";
import { describe, expect, it } from "vitest";
import { FranceConnectError } from "../ports/france-connect.ts";
import { outcomeOf } from "../../test/france-connect/sign-in.ts";
import { createTokenVerifier, type ExpectedToken } from "./token-verifier.ts";

const expected: ExpectedToken = {
  name: "id_token",
  algorithm: "ES256",
  issuer: "https://provider.example",
  audience: "us",
  requiredClaims: [],
};

async function createKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" };
  const sign = (header: object = {}) =>
    new SignJWT({ iss: expected.issuer, aud: "us", sub: "somebody" })
      .setProtectedHeader({ alg: "ES256", kid, ...header })
      .sign(privateKey);
  return { jwk, sign };
}

const [first, second, third] = await Promise.all([createKey("1"), createKey("2"), createKey("3")]);

/** A verifier over keys that the test publishes, at a time that the test sets. */
function createWatched(...published: readonly unknown[]) {
  const state: { now: number; keys: unknown; loads: number; isDown: boolean } = {
    now: 1_000_000,
    keys: { keys: published },
    loads: 0,
    isDown: false,
  };
  const verifier = createTokenVerifier(
    async () => {
      state.loads += 1;
      if (state.isDown) throw new FranceConnectError("unavailable", "provider_unreachable");
      return state.keys;
    },
    { now: () => state.now },
  );
  return { state, verify: (token: string) => outcomeOf(verifier.verify(token, expected)) };
}

const letIn = "let in";

describe("createTokenVerifier", () => {
  it("fetches keys once for many tokens", async () => {
    const { state, verify } = createWatched(first.jwk);
    const token = await first.sign();
    expect(await Promise.all([verify(token), verify(token)])).toEqual([letIn, letIn]);
    expect(await verify(token)).toBe(letIn);
    expect(state.loads).toBe(1);
  });

  it("chooses by kid among two keys", async () => {
    const { state, verify } = createWatched(first.jwk, second.jwk);
    expect([await verify(await first.sign()), await verify(await second.sign())]).toEqual([letIn, letIn]);
    expect(state.loads).toBe(1);
  });

  it("refuses two keys that could both be meant", async () => {
    const { verify } = createWatched(first.jwk, second.jwk);
    const refusal = "refused:id_token_key_ambiguous";
    expect(await verify(await first.sign({ kid: undefined }))).toBe(refusal);
    const { verify: verifySame } = createWatched(first.jwk, { ...second.jwk, kid: "1" });
    expect(await verifySame(await first.sign())).toBe(refusal);
  });

  it("refuses a key named for another use", async () => {
    const { verify } = createWatched({ ...first.jwk, use: "enc" });
    expect(await verify(await first.sign())).toBe("refused:id_token_key_unknown");
  });

  it("fetches keys again for an unknown kid, once for all who wait", async () => {
    const { state, verify } = createWatched(first.jwk);
    expect(await verify(await first.sign())).toBe(letIn);
    state.keys = { keys: [second.jwk] };
    const token = await second.sign();
    expect(await Promise.all([verify(token), verify(token), verify(token)])).toEqual([letIn, letIn, letIn]);
    expect(state.loads).toBe(2);
  });

  it("fetches keys again for a signature that does not fit: a key may be replaced under its name", async () => {
    const { state, verify } = createWatched(first.jwk);
    await verify(await first.sign());
    state.keys = { keys: [{ ...second.jwk, kid: "1" }] };
    expect(await verify(await second.sign({ kid: "1" }))).toBe(letIn);
  });

  it("fetches keys for unfitting tokens no more than every 30 s", async () => {
    const { state, verify } = createWatched(first.jwk);
    const [unknown, rotated] = await Promise.all([third.sign(), second.sign()]);
    for (let count = 0; count < 5; count += 1) {
      expect(await verify(unknown)).toBe("refused:id_token_key_unknown");
    }
    expect(state.loads).toBe(2);
    state.keys = { keys: [second.jwk] };
    state.now += 29;
    expect(await verify(rotated)).toBe("refused:id_token_key_unknown");
    state.now += 1;
    expect(await verify(rotated)).toBe(letIn);
    expect(state.loads).toBe(3);
  });

  it("forgets a withdrawn key within ten minutes", async () => {
    const { state, verify } = createWatched(first.jwk);
    const token = await first.sign();
    expect(await verify(token)).toBe(letIn);
    state.keys = { keys: [second.jwk] };
    state.now += 600;
    expect(await verify(token)).toBe("refused:id_token_key_unknown");
  });

  it("is unavailable, and not poisoned, while keys can't be had", async () => {
    const { state, verify } = createWatched(first.jwk);
    state.isDown = true;
    const token = await first.sign();
    expect(await verify(token)).toBe("unavailable:provider_unreachable");
    state.isDown = false;
    expect(await verify(token)).toBe(letIn);
    state.isDown = true;
    expect(await verify(await second.sign())).toBe("unavailable:provider_unreachable");
    state.isDown = false;
    state.keys = { keys: [second.jwk] };
    expect(await verify(await second.sign())).toBe(letIn);
  });

  it.each([null, 4, [], {}, { keys: {} }, { keys: [4] }, { keys: "keys" }])(
    "takes %o for no key set",
    async (keys) => {
      const { state, verify } = createWatched();
      state.keys = keys;
      expect(await verify(await first.sign())).toBe("unavailable:keys_malformed");
    },
  );

  it.each([
    ["an empty set", []],
    ["a key of another kind", [{ kty: "oct", k: "AAAA", kid: "1", alg: "HS256" }]],
    ["a key for another algorithm", [{ ...first.jwk, alg: "ES384" }]],
  ])("finds nothing in %s", async (_, keys) => {
    const { verify } = createWatched(...keys);
    expect(await verify(await first.sign())).toBe("refused:id_token_key_unknown");
  });

  it("refuses a damaged key without breaking", async () => {
    const { verify } = createWatched({ ...first.jwk, x: "AA" });
    expect(await verify(await first.sign())).toMatch(/^refused:id_token_/);
  });
});
