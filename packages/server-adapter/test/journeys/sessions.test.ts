import { describe, expect, it } from "vitest";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword } from "./guardian-journey.ts";

const sessionCookie = "__Host-educonnect-session";
const flowCookie = "__Host-educonnect-flow";

describe("a session", () => {
  it("ASVS 7.3.2 ends after an hour", async () => {
    const { portal, browser } = await arriveAt("success", await createTestPortal());
    await browser.send({ type: "servicesRequested" });
    portal.clock.advance(3_599);
    expect((await browser.request("readServices")).status).toBe(200);
    portal.clock.advance(1);
    expect(problemOf(await browser.request("readServices")).code).toBe("session_missing");
  });

  it("ASVS 7.4.1 ends for good on signing out, on the server too", async () => {
    const { portal, browser } = await arriveAt("success", await createTestPortal());
    await browser.send({ type: "servicesRequested" });
    const stolen = browser.cookies.get(sessionCookie) ?? "";
    const out = await browser.request("signOut", {});
    expect(out.body).toMatchObject({ flow: null, session: null });
    const thief = portal.browser();
    thief.cookies.set(sessionCookie, stolen);
    expect((await thief.request("readServices")).status).toBe(401);
    expect((await browser.request("signOut", {})).status).toBe(200);
  });

  it("ASVS 7.2.4 gets a new token at each sign-in, and the one before ends", async () => {
    const { portal, letter } = await arriveAt("success", await createTestPortal());
    const browser = portal.browser();
    await browser.signIn(letter.identifier, chosenPassword);
    const first = browser.cookies.get(sessionCookie) ?? "";
    await browser.signIn(letter.identifier, chosenPassword);
    expect(browser.cookies.get(sessionCookie)).not.toBe(first);
    const thief = portal.browser();
    thief.cookies.set(sessionCookie, first);
    expect((await thief.request("readServices")).status).toBe(401);
  });

  it("of one parent ends where another begins to activate", async () => {
    const { portal, browser } = await arriveAt("success", await createTestPortal());
    await browser.send({ type: "servicesRequested" });
    const paul = await portal.issue("paul");
    await browser.signIn(paul.identifier, paul.provisionalPassword);
    expect((await browser.request("readStatus")).body).toMatchObject({ session: null });
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    expect(await portal.environment.store.find("sessions", { where: {} })).toEqual([]);
  });

  it("opened over another's activation, once that was agreed to, leaves none in the browser", async () => {
    const { portal, letter } = await arriveAt("success", await createTestPortal());
    const browser = portal.browser();
    const paul = await portal.issue("paul");
    await browser.signIn(paul.identifier, paul.provisionalPassword);
    expect(problemOf(await browser.signIn(letter.identifier, chosenPassword)).code).toBe("flow_in_progress");
    await browser.signIn(letter.identifier, chosenPassword, true);
    expect((await browser.request("readStatus")).body).toMatchObject({
      flow: null,
      session: { givenName: "Claire" },
    });
  });

  it("is no use as a flow cookie, nor the other way round", async () => {
    const { portal, browser } = await arriveAt("success", await createTestPortal());
    const flow = browser.cookies.get(flowCookie) ?? "";
    await browser.send({ type: "servicesRequested" });
    const session = browser.cookies.get(sessionCookie) ?? "";
    const swapped = portal.browser();
    swapped.cookies.set(flowCookie, session);
    swapped.cookies.set(sessionCookie, flow);
    expect((await swapped.request("readStatus")).body).toMatchObject({ flow: null, session: null });
  });

  it("is told of the activation that goes on when it ends", async () => {
    const { browser } = await arriveAt("email", await createTestPortal());
    expect((await browser.request("signOut", {})).body).toMatchObject({ flow: { step: { name: "email" } } });
  });
});
