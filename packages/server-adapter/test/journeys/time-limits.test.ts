import { describe, expect, it } from "vitest";
import { defaultActivationPolicy } from "@educonnect-activation/core";
import type { PlainResponse } from "../../src/http/message.ts";
import { problemOf, type TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortalOptions } from "../portal/test-portal.ts";
import { arriveAt } from "./guardian-journey.ts";
import { identify, decryptIdentity, smsRecords, typedClaire } from "./sms-journey.ts";

const minute = 60;
const hour = 60 * minute;
const sessionCookie = "__Host-educonnect-session";
const moreTime = { type: "moreTimeRequested" } as const;

async function signedIn(options: TestPortalOptions = {}) {
  const { portal, browser } = await arriveAt("success", await createTestPortal(options));
  const opened = await browser.send({ type: "servicesRequested" });
  const at = portal.clock.now();
  return { portal, browser, opened, at };
}

const extend = (browser: TestBrowser) => browser.request("extendSession", {});
const sessionCookieOf = ({ cookies = [] }: PlainResponse) =>
  cookies.find(({ name }) => name === sessionCookie);

describe("WCAG 2.2.1 an activation without a proof", () => {
  it("goes on for as long as the person asks, and no proof, code or row is lost on the way", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await decryptIdentity(portal);
    for (let asked = 0; asked < 10; asked += 1) {
      portal.clock.advance(28 * minute);
      const status = await browser.request("readStatus");
      expect(status.body).toHaveProperty("flow.accepts", expect.arrayContaining(["moreTimeRequested"]));
      expect((await browser.send(moreTime)).status).toBe(200);
      expect(browser.view().expiresAt).toBe(portal.clock.now() + 30 * minute);
    }
    const [row] = await portal.environment.store.find("flows", { where: {} });
    expect(row?.expires_at).toBe(browser.view().expiresAt);
    await browser.send({ type: "identitySubmitted", ...typedClaire });
    expect(browser.view().step.name).toBe("smsCode");
  });

  it("asked for without pause, moves its end and writes once a minute at most", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await decryptIdentity(portal);
    const written = async () =>
      (await portal.environment.store.find("audit", { where: { event: "moreTimeRequested" } })).length;
    for (let asked = 0; asked < 300; asked += 1) {
      const response = await browser.send(moreTime);
      if (asked === 0) expect(problemOf(response).code).toBe("event_not_accepted");
    }
    expect([await written(), browser.view().accepts.includes("moreTimeRequested")]).toEqual([0, false]);
    for (let second = 0; second < 180; second += 1) {
      portal.clock.advance(1);
      await browser.send(moreTime);
    }
    expect(await written()).toBe(3);
  });

  it("says until when the code texted last counts", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await identify(portal, typedClaire);
    const validUntil = portal.clock.now() + 30 * minute;
    expect(browser.view().step).toMatchObject({ sending: { validUntil } });
    const [code] = await portal.environment.store.find("sms_codes", { where: {} });
    expect(code?.expires_at).toBe(validUntil);
  });

  it("gets no more from its ceiling on, is told so, and ends", async () => {
    const policy = { ...defaultActivationPolicy, unprovenCeilingSeconds: hour };
    const portal = await createTestPortal({ records: smsRecords, policy });
    const browser = await decryptIdentity(portal);
    portal.clock.advance(29 * minute);
    await browser.send(moreTime);
    portal.clock.advance(29 * minute);
    await browser.send(moreTime);
    expect(browser.view().expiresAt - portal.clock.now()).toBe(2 * minute);
    expect(browser.view().accepts).not.toContain("moreTimeRequested");
    expect(problemOf(await browser.send(moreTime)).code).toBe("event_not_accepted");
    portal.clock.advance(2 * minute);
    expect((await browser.request("readStatus")).body).toMatchObject({ flow: null });
    expect((await browser.send(moreTime)).body).toMatchObject({ condition: "expired" });
  });

  it("asked for twice under one key is asked for once, and is in the audit trail", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await decryptIdentity(portal);
    const { revision } = browser.view();
    const idempotencyKey = "0123456789abcdef";
    portal.clock.advance(minute);
    const first = await browser.send(moreTime, { revision, idempotencyKey });
    portal.clock.advance(minute);
    const second = await browser.send(moreTime, { revision, idempotencyKey });
    expect(second.body).toEqual(first.body);
    const entries = await portal.environment.store.find("audit", { where: { event: "moreTimeRequested" } });
    expect(entries).toHaveLength(1);
  });

  it("keeps a cookie that lasts as long as its ceiling lets it", async () => {
    const policy = { ...defaultActivationPolicy, unprovenCeilingSeconds: 20 * 24 * hour };
    const portal = await createTestPortal({ records: smsRecords, policy });
    const begun = await portal.browser().request("startFlow", { method: "sms" });
    expect(begun.cookies).toMatchObject([{ maxAgeSeconds: 20 * 24 * hour }]);
  });
});

describe("a session that is given more time", () => {
  it("ASVS 7.3.1 ends an hour after it was last asked for, its cookie with it", async () => {
    const { portal, browser, at } = await signedIn();
    const value = browser.cookies.get(sessionCookie);
    portal.clock.advance(3_599);
    const extended = await extend(browser);
    const now = at + 3_599;
    expect(extended.body).toMatchObject({
      givenName: "Claire",
      expiresAt: now + hour,
      endsAt: at + 24 * hour,
      now,
    });
    expect(sessionCookieOf(extended)).toEqual({ name: sessionCookie, value, maxAgeSeconds: hour });
    portal.clock.advance(3_599);
    expect((await browser.request("readServices")).status).toBe(200);
    portal.clock.advance(1);
    expect(problemOf(await browser.request("readServices")).code).toBe("session_missing");
    expect(problemOf(await extend(browser)).code).toBe("session_missing");
  });

  it("ASVS 7.3.2 ends after a day, however often it was asked for; WCAG 2.2.1: at least ten times", async () => {
    const { portal, browser, at } = await signedIn();
    let asked = 0;
    for (; portal.clock.now() < at + 23 * hour; asked += 1) {
      portal.clock.advance(58 * minute);
      expect((await extend(browser)).status).toBe(200);
    }
    expect(asked).toBeGreaterThan(10);
    portal.clock.advance(at + 24 * hour - portal.clock.now() - 1);
    expect((await extend(browser)).body).toMatchObject({ expiresAt: at + 24 * hour });
    portal.clock.advance(1);
    expect(problemOf(await browser.request("readServices")).code).toBe("session_missing");
  });

  it("asked for at its ceiling changes nothing, and leaves no trace", async () => {
    const { portal, browser, opened, at } = await signedIn({
      sessions: { ttlSeconds: hour, ceilingSeconds: hour },
    });
    expect(sessionCookieOf(opened)).toMatchObject({ maxAgeSeconds: hour });
    portal.clock.advance(minute);
    expect((await extend(browser)).body).toMatchObject({ expiresAt: at + hour, endsAt: at + hour });
    const entries = await portal.environment.store.find("audit", { where: { event: "session_extended" } });
    expect(entries).toEqual([]);
  });

  it("asked for without pause, moves its end and writes once a minute at most", async () => {
    const { portal, browser, at } = await signedIn();
    for (let second = 1; second <= 180; second += 1) {
      portal.clock.advance(1);
      const now = at + second;
      const expiresAt = at + hour + Math.floor(second / minute) * minute;
      expect((await extend(browser)).body).toMatchObject({ expiresAt, now });
    }
    const entries = await portal.environment.store.find("audit", { where: { event: "session_extended" } });
    expect(entries).toHaveLength(3);
  });

  it("keeps its cookie, so that no other tab is signed out", async () => {
    const { portal, browser } = await signedIn();
    const other = portal.browser();
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    portal.clock.advance(minute);
    await extend(browser);
    expect((await other.request("readServices")).status).toBe(200);
  });

  it("ASVS 7.4.1 is not brought back by it once signed out, nor for anybody else", async () => {
    const { portal, browser } = await signedIn();
    const stolen = browser.cookies.get(sessionCookie) ?? "";
    await browser.request("signOut", {});
    const thief = portal.browser();
    thief.cookies.set(sessionCookie, stolen);
    expect(problemOf(await extend(thief)).code).toBe("session_missing");
    expect(problemOf(await extend(portal.browser())).code).toBe("session_missing");
  });

  it("ASVS 3.5.1 is given none by another site", async () => {
    const { browser, at, portal } = await signedIn();
    portal.clock.advance(minute);
    const forged = { origin: "https://elsewhere.example", fetchSite: "cross-site" } as const;
    expect(problemOf(await browser.request("extendSession", {}, forged)).code).toBe("origin_refused");
    const status = await browser.request("readStatus");
    expect(status.body).toMatchObject({ session: { expiresAt: at + hour, now: at + minute } });
  });
});
