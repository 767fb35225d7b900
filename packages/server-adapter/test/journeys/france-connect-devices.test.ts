import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { webRandom } from "../../src/ports/random.ts";
import { createKeyRing, generateMasterKey, type MasterKey } from "../../src/security/keys.ts";
import { createVault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  asShown,
  activateByFranceConnect,
  comeBack,
  connectAs,
  issuesShown,
  leaveFor,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { createTestBrowser, problemOf } from "../portal/test-browser.ts";
import { arriveAt, chosenPassword, confirmMail, rightAnswers } from "./guardian-journey.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterEach(() => standIn.mend());
afterAll(() => standIn.stop());

const sessionCookie = "__Host-educonnect-session";
const flowCookie = "__Host-educonnect-flow";

describe("the same identity on a second device", () => {
  it("goes on where it was, and the first browser is told that it moved", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const first = portal.browser();
    await connectAs(first, standIn, "claire");
    await showStatus(first);
    await first.send({ type: "childrenSubmitted", answers: asShown(first, rightAnswers) });
    const second = portal.browser();
    await connectAs(second, standIn, "claire");
    expect((await showStatus(second))?.step.name).toBe("password");
    expect(problemOf(await first.request("readStatus")).code).toBe("flow_moved");
    expect(await portal.environment.store.find("flows", { where: {} })).toHaveLength(1);
    await second.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(second.view().step.name).toBe("success");
  });

  it("finds the flow whose answer was lost on the way, in the same browser", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    const location = await leaveFor(browser);
    const cookies = new Map(browser.cookies);
    await comeBack(browser, await standIn.signIn(location, { person: "claire" }));
    browser.cookies.clear();
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(await showStatus(browser)).toBeNull();
    await connectAs(browser, standIn, "claire");
    expect((await showStatus(browser))?.step.name).toBe("children");
    expect(await portal.environment.store.find("flows", { where: {} })).toHaveLength(1);
  });
});

describe("FranceConnect and the letter at once", () => {
  it("the one that chooses a password first goes on, the other is told", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser: byLetter } = await arriveAt("email", portal);
    const browser = portal.browser();
    await connectAs(browser, standIn, "claire");
    await showStatus(browser);
    expect((await showStatus(byLetter))?.step.name).toBe("email");
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(browser.view().step.name).toBe("success");
    expect(problemOf(await byLetter.request("readStatus")).code).toBe("flow_moved");
    expect(await portal.environment.store.find("accounts", { where: {} })).toHaveLength(1);
  });

  it("an account activated by the letter while the person was at FranceConnect is active already", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    const location = await leaveFor(browser);
    const { browser: byLetter } = await arriveAt("emailSent", portal);
    await confirmMail(portal, byLetter);
    await comeBack(browser, await standIn.signIn(location, { person: "claire" }));
    expect(await issuesShown(browser)).toEqual(["france_connect_unmatched"]);
    expect(await portal.environment.store.find("credentials", { where: { type: "franceConnect" } })).toEqual(
      [],
    );
  });
});

describe("a person whose last link was withdrawn", () => {
  it("gets no session by the stored sub, nor keeps the one they have, and signing out wipes it", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = await activateByFranceConnect(portal, standIn);
    const { store, clock } = portal.environment;
    await store.commit([
      {
        type: "update",
        table: "guardianships",
        where: { guardian_id: "claire" },
        set: { closed_at: clock.now() },
      },
    ]);
    expect((await browser.request("readServices")).status).toBe(401);
    const other = portal.browser();
    await connectAs(other, standIn, "claire");
    expect(await issuesShown(other)).toEqual(["france_connect_unmatched"]);
    expect(other.cookies.has(sessionCookie)).toBe(false);
    expect(await store.find("sessions", { where: {} })).toHaveLength(1);
    expect((await browser.request("signOut", {})).body).toMatchObject({ session: null, logoutUrl: null });
    expect(await store.find("sessions", { where: {} })).toEqual([]);
  });
});

describe("ASVS 11.2.2, 13.3.4 after the keys were rotated", () => {
  const vaultOf = (current: MasterKey, ...previous: MasterKey[]) =>
    createVault(createKeyRing({ current, previous }));

  async function openTwice() {
    const store = createMemoryStore();
    const [older, newer] = [generateMasterKey(webRandom, "older"), generateMasterKey(webRandom, "newer")];
    const before = await openFranceConnectPortal(standIn, { store, vault: vaultOf(older) });
    const after = await openFranceConnectPortal(standIn, {
      store,
      vault: vaultOf(newer, older),
      records: { schools: [], people: [], guardianships: [] },
    });
    return { store, before, after };
  }

  it("an attempt under way comes back", async () => {
    const { before, after } = await openTwice();
    const browser = before.browser();
    const location = await leaveFor(browser);
    const moved = createTestBrowser(after.environment);
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    await comeBack(moved, await standIn.signIn(location, { person: "claire" }));
    expect((await showStatus(moved))?.step.name).toBe("children");
  });

  it("an identity, its flow and its session are found", async () => {
    const { before, after, store } = await openTwice();
    const other = before.browser();
    await connectAs(other, standIn, "paul");
    const browser = await activateByFranceConnect(before, standIn);
    const resumed = after.browser();
    await connectAs(resumed, standIn, "paul");
    expect((await showStatus(resumed))?.step.name).toBe("children");
    expect(await store.find("flows", { where: { person_id: "paul" } })).toHaveLength(1);
    const again = after.browser();
    await connectAs(again, standIn, "claire");
    expect([...again.cookies.keys()]).toEqual([sessionCookie]);
    const moved = createTestBrowser(after.environment);
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    expect((await moved.request("signOut", {})).body).toMatchObject({
      logoutUrl: expect.stringContaining("id_token_hint"),
    });
  });

  it("an identity kept under an older key is moved, not doubled, when it opens another account", async () => {
    const { before, after, store } = await openTwice();
    await activateByFranceConnect(before, standIn);
    // The school has made a new file of the same person, and withdrawn the old one.
    await store.commit([
      {
        type: "update",
        table: "guardianships",
        where: { guardian_id: "claire" },
        set: { guardian_id: "claire-2" },
      },
      {
        type: "update",
        table: "guardian_names",
        where: { person_id: "claire" },
        set: { person_id: "claire-2" },
      },
    ]);
    const [claire] = await store.find("people", { where: { id: "claire" } });
    if (claire !== undefined) {
      await store.commit([
        { type: "insert", table: "people", row: { ...claire, id: "claire-2", mobile_encrypted: null } },
      ]);
    }
    const browser = await activateByFranceConnect(after, standIn);
    expect((await browser.request("readServices")).status).toBe(200);
    const identities = await store.find("credentials", { where: { type: "franceConnect" } });
    const [account] = await store.find("accounts", { where: { person_id: "claire-2" } });
    expect(identities.map(({ account_id }) => account_id)).toEqual([account?.id]);
  });
});

describe("a sign-in begun while somebody is signed in here (ASVS 7.2.4)", () => {
  it("ends one opened meanwhile when the stored sub opens another", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = await activateByFranceConnect(portal, standIn);
    const [account] = await portal.environment.store.find("accounts", { where: { status: "active" } });
    const location = await leaveFor(browser);
    const flow = browser.cookies.get(flowCookie) ?? "";
    await browser.signIn(account?.identifier ?? "", chosenPassword);
    browser.cookies.set(flowCookie, flow);
    const stolen = new Map(browser.cookies);
    await comeBack(browser, await standIn.signIn(location, { person: "claire" }));
    expect((await browser.request("readServices")).status).toBe(200);
    expect((await browser.request("readServices", undefined, { cookies: stolen })).status).toBe(401);
    expect(await portal.environment.store.find("sessions", { where: {} })).toHaveLength(1);
  });

  it("ends their session at the start, and one opened meanwhile at the proof", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const paul = portal.browser();
    await connectAs(paul, standIn, "paul");
    await showStatus(paul);
    await paul.send({ type: "childrenSubmitted", answers: asShown(paul, rightAnswers) });
    await paul.send({ type: "passwordSubmitted", password: chosenPassword });
    await paul.send({ type: "servicesRequested" });
    const stolen = new Map(paul.cookies);
    await leaveFor(paul);
    expect((await paul.request("readServices", undefined, { cookies: stolen })).status).toBe(401);
    expect([...paul.cookies.keys()]).toEqual([flowCookie]);
    const location = await leaveFor(paul);
    const [account] = await portal.environment.store.find("accounts", { where: { status: "active" } });
    const flow = paul.cookies.get(flowCookie) ?? "";
    await paul.signIn(account?.identifier ?? "", chosenPassword, true);
    paul.cookies.set(flowCookie, flow);
    await comeBack(paul, await standIn.signIn(location, { person: "claire" }));
    expect([...paul.cookies.keys()]).toEqual([flowCookie]);
    expect(await portal.environment.store.find("sessions", { where: {} })).toEqual([]);
    expect((await paul.request("readStatus")).body).toMatchObject({ session: null });
    expect((await showStatus(paul))?.step.name).toBe("children");
  });
});
