import { expect, test } from "vitest";
import { exchangeCode, requestAuthorization, start } from "../testing/service.ts";

const short = "x".repeat(21);

test.each([
  ["no acr_values", { acr_values: undefined }],
  ["another level only", { acr_values: "eidas2" }],
  ["no nonce", { nonce: undefined }],
  ["a nonce of 21 characters", { nonce: short }],
  ["no state", { state: undefined }],
  ["a state of 21 characters", { state: short }],
])("%s leads back with invalid_request", async (_, changes) => {
  const standIn = await start();
  const { location, state } = requestAuthorization(standIn.issuer, changes);
  const callback = new URL(await standIn.signIn(location, { person: "ordinary" }));
  expect(callback.searchParams.get("error")).toBe("invalid_request");
  expect(callback.searchParams.get("state")).toBe("state" in changes ? (changes.state ?? null) : state);
  expect(callback.searchParams.has("code")).toBe(false);
});

test("22 characters are enough, eidas1 may be one of several, and PKCE is not asked for", async () => {
  const standIn = await start();
  const { location } = requestAuthorization(standIn.issuer, {
    nonce: "n".repeat(22),
    state: "s".repeat(22),
    acr_values: "eidas2 eidas1",
    code_challenge: undefined,
    code_challenge_method: undefined,
  });
  const callback = await standIn.signIn(location, { person: "ordinary" });
  const answer = await exchangeCode(standIn.issuer, callback, "", { code_verifier: undefined });
  expect(answer.status).toBe(200);
});

test.each([
  ["an unknown service", { client_id: "nobody" }, "invalid_client"],
  ["an address that is not registered", { redirect_uri: "http://evil.example/" }, "invalid_redirect_uri"],
])("%s leads nowhere", async (_, changes, code) => {
  const standIn = await start();
  const { location } = requestAuthorization(standIn.issuer, changes);
  await expect(standIn.signIn(location, { person: "ordinary" })).rejects.toThrow(code);
});

test.each([
  ["another verifier", { code_verifier: "v".repeat(43) }, 400, "invalid_grant"],
  ["a wrong secret", { client_secret: "another-secret" }, 401, "invalid_client"],
  ["another redirect address", { redirect_uri: "http://localhost:9/other" }, 400, "invalid_grant"],
])("%s gets no token", async (_, changes, status, code) => {
  const standIn = await start();
  const { location, verifier } = requestAuthorization(standIn.issuer);
  const callback = await standIn.signIn(location, { person: "ordinary" });
  const answer = await exchangeCode(standIn.issuer, callback, verifier, changes);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: code });
});

test("Basic is refused", async () => {
  const standIn = await start();
  const { location, verifier } = requestAuthorization(standIn.issuer);
  const callback = await standIn.signIn(location, { person: "ordinary" });
  const answer = await fetch(`${standIn.issuer}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa("service-with-a-secret:a-secret-of-more-than-32-characters")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: new URL(callback).searchParams.get("code") ?? "",
      redirect_uri: "http://localhost:9/educonnect/france-connect/callback",
      code_verifier: verifier,
    }),
  });
  expect(answer.status).toBe(401);
});

test("a code works once, and its second use ends what the first one gave", async () => {
  const standIn = await start();
  const { location, verifier } = requestAuthorization(standIn.issuer);
  const callback = await standIn.signIn(location, { person: "ordinary" });
  const first = await exchangeCode(standIn.issuer, callback, verifier);
  const { access_token: accessToken }: { access_token: string } = await first.json();
  expect((await exchangeCode(standIn.issuer, callback, verifier)).status).toBe(400);
  const userinfo = await fetch(`${standIn.issuer}/userinfo`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(userinfo.status).toBe(401);
});
