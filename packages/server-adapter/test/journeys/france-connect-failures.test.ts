import {
  startFranceConnectStandIn,
  type FranceConnectStandIn,
} from "@educonnect-activation/france-connect-stand-in";
import { franceConnectLateFragment } from "@educonnect-activation/core";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  activateByFranceConnect,
  comeBack,
  connectAs,
  issuesShown,
  leaveFor,
  locationOf,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterEach(() => standIn.mend());
afterAll(() => standIn.stop());

const late = `https://ent.example/${franceConnectLateFragment}`;

describe("a sign-in at FranceConnect that comes to nothing", () => {
  it.each<[string, string, (provider: FranceConnectStandIn) => void]>([
    ["server_error", "france_connect_unavailable", ({ setFault }) => setFault("callback", "server_error")],
    [
      "temporarily_unavailable",
      "france_connect_unavailable",
      ({ setFault }) => setFault("callback", "temporarily_unavailable"),
    ],
    ["invalid_request", "france_connect_refused", ({ setFault }) => setFault("callback", "invalid_request")],
    ["access_denied", "france_connect_cancelled", ({ setFault }) => setFault("callback", "access_denied")],
    ["a code older than 30 s", "france_connect_refused", ({ setFault }) => setFault("code", "expired")],
    [
      "an access token older than 60 s",
      "france_connect_refused",
      ({ setFault }) => setFault("accessToken", "expired"),
    ],
    [
      "a provider gone meanwhile",
      "france_connect_unavailable",
      ({ setFault }) => setFault("token", "unavailable"),
    ],
    ["a userinfo that is gone", "france_connect_unavailable", ({ setFault }) => setFault("userinfo", "gone")],
    [
      "an ID token of somebody else's making",
      "france_connect_refused",
      (provider) => provider.tamperWith({ idToken: ({ claims }, forge) => forge.signWithForeignKey(claims) }),
    ],
    [
      "an identity of another sub",
      "france_connect_refused",
      (provider) =>
        provider.tamperWith({ userinfo: ({ claims }, forge) => forge.sign({ ...claims, sub: "other" }) }),
    ],
  ])("%s: says %s, and can be begun again", async (_name, issue, spoil) => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    const location = await leaveFor(browser, { returnUrl: "/compte" });
    spoil(standIn);
    const answer = await comeBack(browser, await standIn.signIn(location, { person: "claire" }));
    expect(answer).toMatchObject({ status: 303, body: null });
    expect(locationOf(answer)).toBe("https://ent.example/compte");
    expect(await showStatus(browser)).toMatchObject({
      step: { name: "franceConnect" },
      issues: [{ code: issue }],
      contact: null,
      condition: "awaiting",
    });
    standIn.mend();
    await connectAs(browser, standIn, "claire");
    expect(await issuesShown(browser)).toEqual([]);
    expect(browser.view().step.name).toBe("children");
  });

  it.each([{ cancel: true }, { consent: false }])(
    "cancelled by the person (%o): says so, and another method is open",
    async (options) => {
      const portal = await openFranceConnectPortal(standIn);
      const browser = portal.browser();
      const location = await leaveFor(browser);
      await comeBack(browser, await standIn.signIn(location, { person: "claire", ...options }));
      expect(await issuesShown(browser)).toEqual(["france_connect_cancelled"]);
      expect((await browser.request("readStatus")).body).toMatchObject({
        methods: ["letter", "pupil", "sms", "franceConnect"],
      });
      await browser.request("startFlow", { method: "sms" });
      expect(browser.view().step.name).toBe("identity");
      const { store } = portal.environment;
      expect(await store.find("flows", { where: {} })).toHaveLength(1);
      expect(await store.find("authorizations", { where: {} })).toEqual([]);
    },
  );

  it("a provider that is down at the start is 503 with Retry-After, begins nothing and ends nothing", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const letter = await portal.issue("paul");
    const browser = portal.browser();
    standIn.setFault("discovery", "unavailable");
    for (let round = 0; round < 3; round += 1) {
      const answer = await browser.request("startFranceConnect", {});
      expect(answer.status).toBe(503);
      expect(problemOf(answer).code).toBe("france_connect_unavailable");
      expect(answer.headers?.["retry-after"]).toBe("30");
      expect(answer.cookies ?? []).toEqual([]);
    }
    const { store } = portal.environment;
    expect(await store.find("flows", { where: {} })).toEqual([]);
    expect(await store.find("authorizations", { where: {} })).toEqual([]);
    await browser.signIn(letter.identifier, letter.provisionalPassword);
    await browser.request("startFranceConnect", { replace: true });
    expect((await showStatus(browser))?.method).toBe("letter");
  });

  it("where FranceConnect is not wired, neither the start nor the callback is there", async () => {
    const browser = (await createTestPortal()).browser();
    expect(problemOf(await browser.request("startFranceConnect", {})).code).toBe("method_closed");
    expect(problemOf(await browser.request("franceConnectCallback")).code).toBe("endpoint_unknown");
    expect((await browser.request("readStatus")).body).toMatchObject({ methods: ["letter", "pupil", "sms"] });
  });
});

describe("an answer that comes late", () => {
  it("after the flow has ended says so, and lets begin again", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    const location = await leaveFor(browser);
    portal.clock.advance(1_800);
    const answer = await comeBack(browser, await standIn.signIn(location, { person: "claire" }));
    expect(locationOf(answer)).toBe(late);
    expect(answer.cookies).toEqual([]);
    await connectAs(browser, standIn, "claire");
    expect((await showStatus(browser))?.step.name).toBe("children");
  });

  it("goes to the deployment's own page, with its query kept", async () => {
    const portal = await openFranceConnectPortal(
      standIn,
      {},
      {
        returnUrls: ["https://portail.example/connexion"],
        defaultReturnUrl: "https://portail.example/connexion?x=1#y",
      },
    );
    const answer = await portal
      .browser()
      .request("franceConnectCallback", undefined, { query: "state=x&code=y" });
    expect(locationOf(answer)).toBe(`https://portail.example/connexion?x=1${franceConnectLateFragment}`);
    const browser = portal.browser();
    const answered = await connectAs(browser, standIn, "claire", {
      returnUrl: "https://portail.example/connexion?a=b#c",
    });
    expect(locationOf(answered)).toBe("https://portail.example/connexion?a=b#c");
  });

  it("to a browser that is signed in already says nothing", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = await activateByFranceConnect(portal, standIn);
    const again = await browser.request("franceConnectCallback", undefined, { query: "state=x&code=y" });
    expect(locationOf(again)).toBe("https://ent.example/");
  });

  it.each(["//evil.example", "https://evil.example/", "javascript:alert(1)", `/${"a".repeat(3_072)}`])(
    "ASVS 3.7.2 and no start with the return address %s begins anything",
    async (returnUrl) => {
      const portal = await openFranceConnectPortal(standIn);
      const answer = await portal.browser().request("startFranceConnect", { returnUrl });
      expect(answer.status).toBe(400);
      expect(["return_url_refused", "request_invalid"]).toContain(problemOf(answer).code);
      expect(await portal.environment.store.find("flows", { where: {} })).toEqual([]);
    },
  );
});

describe("ASVS 2.4.1 starts", () => {
  it("count under the ceiling of activations, each of them, whatever the cookie", async () => {
    const portal = await openFranceConnectPortal(standIn, { rateLimits: { activationsPerAddress: 4 } });
    const browser = portal.browser();
    const start = (from = browser) =>
      from.request("startFranceConnect", {}, { clientAddress: "203.0.113.7" });
    for (let round = 0; round < 4; round += 1) expect((await start()).status).toBe(200);
    const refused = await start();
    expect(refused.status).toBe(429);
    expect(problemOf(refused).code).toBe("address_refused");
    expect((await start(portal.browser())).status).toBe(429);
    expect((await browser.request("startFranceConnect", {}, { clientAddress: "198.51.100.9" })).status).toBe(
      200,
    );
  });

  it("leave one flow and one attempt in a browser, however many", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    for (let round = 0; round < 5; round += 1) await leaveFor(browser);
    const { store } = portal.environment;
    expect(await store.find("flows", { where: {} })).toHaveLength(1);
    expect(await store.find("authorizations", { where: {} })).toHaveLength(1);
  });
});
