import { decodeProtectedHeader, errors, exportSPKI, importJWK, jwtVerify, type JWK } from "jose";
import { expect, test } from "vitest";
import type { FranceConnectStandIn } from "../start-france-connect-stand-in.ts";
import {
  callbackUrl,
  exchangeCode,
  requestAuthorization,
  rsaClient,
  secretClient,
  readUserinfo,
  signInFully,
  start,
} from "../testing/service.ts";
import { readToken } from "./forge.ts";

const clients = [secretClient.clientId, rsaClient.clientId];

const readKeys = async (standIn: FranceConnectStandIn): Promise<JWK[]> => {
  const { keys }: { keys: JWK[] } = await (await fetch(`${standIn.issuer}/jwks`)).json();
  return keys;
};

test.each(clients)("%s gets changed claims under a true signature", async (clientId) => {
  const standIn = await start();
  standIn.tamperWith({
    idToken: ({ claims }, forge) => forge.sign({ ...claims, acr: "eidas9", nonce: undefined }),
    userinfo: ({ claims }, forge) => forge.sign({ ...claims, sub: "somebody else" }),
  });
  const identity = await signInFully(standIn, { clientId });
  const claims = await identity.verify(identity.idToken);
  expect(claims["acr"]).toBe("eidas9");
  expect(claims).not.toHaveProperty("nonce");
  expect((await identity.verify(identity.userinfo)).sub).toBe("somebody else");
});

test.each(clients)(
  "%s gets a foreign or broken signature, under a kid that is published",
  async (clientId) => {
    const standIn = await start();
    standIn.tamperWith({
      idToken: ({ claims }, forge) => forge.signWithForeignKey(claims),
      userinfo: ({ compact }, forge) => forge.breakSignature(compact),
    });
    const identity = await signInFully(standIn, { clientId });
    const published = (await readKeys(standIn)).map(({ kid }) => kid);
    for (const token of [identity.idToken, identity.userinfo]) {
      expect(published).toContain(decodeProtectedHeader(token).kid);
      await expect(identity.verify(token)).rejects.toThrow(errors.JWSSignatureVerificationFailed);
    }
  },
);

test.each(clients)("%s gets HS256 keyed with the public key, and no signature at all", async (clientId) => {
  const standIn = await start();
  standIn.tamperWith({
    idToken: ({ claims }, forge) => forge.signWithPublicKey(claims),
    userinfo: ({ claims }, forge) => forge.leaveUnsigned(claims),
  });
  const identity = await signInFully(standIn, { clientId });
  const { kid, alg } = decodeProtectedHeader(identity.idToken);
  expect(alg).toBe("HS256");
  const key = (await readKeys(standIn)).find((candidate) => candidate.kid === kid);
  const publicKey = await importJWK(key ?? {}, undefined, { extractable: true });
  const pem = publicKey instanceof Uint8Array ? "" : await exportSPKI(publicKey);
  await expect(jwtVerify(identity.idToken, new TextEncoder().encode(pem))).resolves.toMatchObject({});
  expect(readToken(identity.userinfo).header).toEqual({ alg: "none" });
  expect(identity.userinfo.endsWith(".")).toBe(true);
});

test("the client's secret keys an HS256, and a header says what it is told", async () => {
  const standIn = await start();
  standIn.tamperWith({
    idToken: ({ claims }, forge) => forge.signWithSecret(claims, "a-secret"),
    userinfo: ({ claims }, forge) => forge.sign(claims, { kid: "unknown" }),
  });
  const identity = await signInFully(standIn);
  await expect(jwtVerify(identity.idToken, new TextEncoder().encode("a-secret"))).resolves.toMatchObject({});
  await expect(identity.verify(identity.userinfo)).rejects.toThrow(errors.JWKSNoMatchingKey);
});

test("userinfo leaves as unsigned JSON when members are given", async () => {
  const standIn = await start();
  standIn.tamperWith({ userinfo: ({ claims }) => claims });
  const identity = await signInFully(standIn);
  expect(identity.userinfoType).toMatch(/^application\/json/u);
  expect(JSON.parse(identity.userinfo)).toMatchObject({ family_name: "DUBOIS" });
});

test("discovery, keys, the token's answer and the callback are changed each", async () => {
  const changed: string[] = [];
  const standIn = await start();
  standIn.tamperWith({
    discovery: (document) => ({ ...document, issuer: "http://other.example" }),
    jwks: () => ({ keys: [] }),
    token: (body) => ({ ...body, id_token: "none" }),
    callback: (location) => {
      changed.push(location.origin + location.pathname);
      location.searchParams.set("state", "another");
      return location;
    },
  });
  expect(await (await fetch(standIn.discoveryUrl)).json()).toMatchObject({ issuer: "http://other.example" });
  expect(await readKeys(standIn)).toEqual([]);
  const identity = await signInFully(standIn);
  expect(identity.idToken).toBe("none");
  expect(identity.callback.searchParams.get("state")).toBe("another");
  const { location } = requestAuthorization(standIn.issuer);
  const cancelled = new URL(await standIn.signIn(location, { person: "ordinary", cancel: true }));
  expect(cancelled.searchParams.get("state")).toBe("another");
  expect(changed).toEqual([callbackUrl, callbackUrl]);
  standIn.mend();
  expect(await readKeys(standIn)).toHaveLength(2);
});

test.each(clients)("%s: new keys sign after a rotation, the old ones stay published", async (clientId) => {
  const standIn = await start();
  const before = await signInFully(standIn, { clientId });
  await standIn.rotateKeys();
  const after = await signInFully(standIn, { clientId });
  expect(decodeProtectedHeader(after.idToken).kid).not.toBe(decodeProtectedHeader(before.idToken).kid);
  expect(await readKeys(standIn)).toHaveLength(4);
  const { sub } = await after.verify(before.idToken);
  expect((await after.verify(after.idToken)).sub).toBe(sub);
  standIn.tamperWith({ idToken: ({ claims }, forge) => forge.signWithPreviousKey(claims) });
  const old = await signInFully(standIn, { clientId });
  expect((await old.verify(old.idToken)).sub).toBe(sub);
});

test("a rotation may take the old keys away, in the middle of a sign-in too", async () => {
  const standIn = await start();
  const identity = await signInFully(standIn);
  await standIn.rotateKeys({ isPreviousKept: false });
  expect(await readKeys(standIn)).toHaveLength(2);
  await expect(identity.verify(identity.idToken)).rejects.toThrow(errors.JWKSNoMatchingKey);
  standIn.tamperWith({
    token: async (body) => {
      await standIn.rotateKeys({ isPreviousKept: false });
      return body;
    },
  });
  const midway = await signInFully(standIn);
  expect((await midway.verify(midway.userinfo))["family_name"]).toBe("DUBOIS");
  await expect(midway.verify(midway.idToken)).rejects.toThrow(errors.JWKSNoMatchingKey);
});

test("a refusal leaves as it is", async () => {
  const standIn = await start();
  standIn.tamperWith({
    idToken: ({ claims }, forge) => forge.sign(claims),
    token: () => ({}),
    userinfo: ({ claims }) => claims,
  });
  const callback = `${callbackUrl}?code=invented`;
  const answer = await exchangeCode(standIn.issuer, callback, "v".repeat(43));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: "invalid_grant" });
  expect((await readUserinfo(standIn, "invented")).status).toBe(401);
});
