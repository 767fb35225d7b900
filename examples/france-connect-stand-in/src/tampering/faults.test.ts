import { expect, test } from "vitest";
import { exchangeCode, requestAuthorization, readUserinfo, signInFully, start } from "../testing/service.ts";
import type { Endpoint } from "./faults.ts";

const addresses = [
  ["discovery", "/.well-known/openid-configuration"],
  ["jwks", "/jwks"],
  ["authorize", "/authorize?x=1"],
  ["token", "/token"],
  ["userinfo", "/userinfo"],
] as const satisfies readonly (readonly [Endpoint, string])[];

test.each(addresses)("%s fails as asked, alone, until it is mended", async (place, path) => {
  const standIn = await start();
  const ask = (): Promise<Response> => fetch(standIn.issuer + path, { redirect: "manual" });
  const { status } = await ask();
  standIn.setFault(place, "gone");
  await expect(ask()).rejects.toThrow("fetch failed");
  for (const [other, otherPath] of addresses) {
    if (other !== place) expect((await fetch(standIn.issuer + otherPath)).status).toBeLessThan(500);
  }
  standIn.setFault(place, "error");
  expect((await ask()).status).toBe(500);
  standIn.setFault(place, "unavailable");
  expect((await ask()).status).toBe(503);
  standIn.setFault(place, "garbled");
  await expect((await ask()).json()).rejects.toThrow(SyntaxError);
  standIn.setFault(place, null);
  expect((await ask()).status).toBe(status);
});

test("two places fail at once, and one is mended alone", async () => {
  const standIn = await start();
  standIn.setFault("discovery", "error");
  standIn.setFault("jwks", "unavailable");
  expect((await fetch(standIn.discoveryUrl)).status).toBe(500);
  expect((await fetch(`${standIn.issuer}/jwks`)).status).toBe(503);
  standIn.setFault("jwks", null);
  expect((await fetch(standIn.discoveryUrl)).status).toBe(500);
  expect((await fetch(`${standIn.issuer}/jwks`)).status).toBe(200);
});

test("a slow place answers once it is mended, and not before", async () => {
  const standIn = await start();
  standIn.setFault("discovery", "slow");
  let isAnswered = false;
  const answer = fetch(standIn.discoveryUrl).then((response) => {
    isAnswered = true;
    return response;
  });
  // Another endpoint answers meanwhile, so the wait is the fault's.
  expect((await fetch(`${standIn.issuer}/jwks`)).status).toBe(200);
  expect(isAnswered).toBe(false);
  standIn.mend();
  expect((await answer).status).toBe(200);
});

test("stopping ends even a slow answer", async () => {
  const standIn = await start();
  standIn.setFault("discovery", "slow");
  const [end] = await Promise.allSettled([
    fetch(standIn.discoveryUrl),
    fetch(`${standIn.issuer}/jwks`).then(() => standIn.stop()),
  ]);
  expect(end.status).toBe("rejected");
});

test.each(["access_denied", "server_error", "temporarily_unavailable", "invalid_request"] as const)(
  "the callback brings %s",
  async (code) => {
    const standIn = await start();
    standIn.setFault("callback", code);
    const { location, state } = requestAuthorization(standIn.issuer);
    const callback = new URL(await standIn.signIn(location, { person: "ordinary" }));
    expect(Object.fromEntries(callback.searchParams)).toMatchObject({
      error: code,
      state,
      iss: standIn.issuer,
    });
  },
);

test("an expired code gets no token, nor does an expired token an identity", async () => {
  const standIn = await start();
  const { location, verifier } = requestAuthorization(standIn.issuer);
  const callback = await standIn.signIn(location, { person: "ordinary" });
  standIn.setFault("code", "expired");
  const answer = await exchangeCode(standIn.issuer, callback, verifier);
  expect(await answer.json()).toMatchObject({ error: "invalid_grant" });
  standIn.mend();
  const { accessToken } = await signInFully(standIn);
  standIn.setFault("accessToken", "expired");
  expect((await readUserinfo(standIn, accessToken)).status).toBe(401);
});
