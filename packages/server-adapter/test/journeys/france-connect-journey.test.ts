import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { createPlan } from "@educonnect-activation/core";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  asShown,
  activateByFranceConnect,
  connectAs,
  familyWith,
  issuesShown,
  leaveFor,
  locationOf,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { problemOf } from "../portal/test-browser.ts";
import { chosenPassword, rightAnswers, wrongAnswers } from "./guardian-journey.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterEach(() => standIn.mend());
afterAll(() => standIn.stop());

const sessionCookie = "__Host-educonnect-session";
const flowCookie = "__Host-educonnect-flow";
const madeId = expect.stringMatching(/^[\w.-]{40,64}$/);
const initials = [
  { id: madeId, givenName: "E.", familyName: "", school: "", hasBirthDate: true },
  { id: madeId, givenName: "L.", familyName: "", school: "", hasBirthDate: true },
];
const wholeNames = [
  { id: "emma", givenName: "Emma", familyName: "Martin", school: "E.E.PU Jean Moulin", hasBirthDate: true },
  { id: "lucas", givenName: "Lucas", familyName: "Martin", school: "LP LYC Simone Veil", hasBirthDate: true },
];
const planOf = (...steps: Parameters<typeof createPlan>[0]["steps"]) => ({
  methods: {
    plans: { franceConnect: createPlan({ method: "franceConnect", audience: "guardian", steps }) },
  },
});

describe("activating by FranceConnect", () => {
  it("leads from FranceConnect by the children and a password to « Mes services »", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    const location = await leaveFor(browser, { returnUrl: "/compte?onglet=activer#haut" });
    expect(new URL(location).origin).toBe(new URL(standIn.issuer).origin);
    expect((await showStatus(browser))?.step).toEqual({ name: "franceConnect" });
    const answer = await connectAs(browser, standIn, "claire", { returnUrl: "/compte?onglet=activer#haut" });
    expect(answer).toMatchObject({ status: 303, body: null });
    expect(locationOf(answer)).toBe("https://ent.example/compte?onglet=activer#haut");
    expect(await showStatus(browser)).toMatchObject({
      method: "franceConnect",
      step: { name: "children", children: initials },
      issues: [],
      contact: null,
      progress: { current: 1, total: 2 },
    });
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
    expect(browser.view().step).toMatchObject({
      name: "password",
      identifier: expect.stringMatching(/^c\.martin\d\d$/),
    });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(browser.view().step).toMatchObject({ name: "success" });
    await browser.send({ type: "servicesRequested" });
    expect((await browser.request("readServices")).status).toBe(200);
    const { body } = await browser.request("readStatus");
    expect(body).toMatchObject({ flow: null, session: { givenName: "Claire", familyName: "Martin" } });
    expect(
      (await portal.environment.store.find("credentials", { where: { type: "franceConnect" } })).length,
    ).toBe(1);
  });

  it("a stored pairwise sub leads straight to a session the next time", async () => {
    const portal = await openFranceConnectPortal(standIn);
    await activateByFranceConnect(portal, standIn);
    const browser = portal.browser();
    const answer = await connectAs(browser, standIn, "claire", { returnUrl: "/accueil" });
    expect(answer.status).toBe(303);
    expect(locationOf(answer)).toBe("https://ent.example/accueil");
    expect([...browser.cookies.keys()]).toEqual([sessionCookie]);
    expect((await browser.request("readServices")).status).toBe(200);
    expect(await portal.environment.store.find("authorizations", { where: {} })).toEqual([]);
  });

  it("an account that is active no longer is activated again, and opened by nothing before", async () => {
    const portal = await openFranceConnectPortal(standIn);
    await activateByFranceConnect(portal, standIn);
    const set = { status: "pending" } as const;
    await portal.environment.store.commit([
      { type: "update", table: "accounts", where: { person_id: "claire" }, set },
    ]);
    const browser = portal.browser();
    await connectAs(browser, standIn, "claire");
    expect((await showStatus(browser))?.step.name).toBe("children");
    expect(browser.cookies.has(sessionCookie)).toBe(false);
  });

  it("a password chosen on the way opens the account as well", async () => {
    const portal = await openFranceConnectPortal(standIn);
    await activateByFranceConnect(portal, standIn);
    const [account] = await portal.environment.store.find("accounts", { where: { status: "active" } });
    const answer = await portal.browser().signIn(account?.identifier ?? "", chosenPassword);
    expect(answer.body).toMatchObject({ outcome: "session" });
  });

  it.each(["after activating", "by the stored sub"])(
    "signing out leads on to FranceConnect's own, with the hint kept: %s",
    async (way) => {
      const portal = await openFranceConnectPortal(standIn);
      let browser = await activateByFranceConnect(portal, standIn);
      if (way === "by the stored sub") {
        browser = portal.browser();
        await connectAs(browser, standIn, "claire");
      }
      const { body } = await browser.request("signOut", {});
      const url = new URL(
        body !== null && typeof body === "object" && "logoutUrl" in body ? String(body.logoutUrl) : "",
      );
      expect(url.searchParams.get("id_token_hint")).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(url.searchParams.get("state")).toMatch(/^.{22,}$/);
      expect(url.searchParams.get("post_logout_redirect_uri")).toBe("https://ent.example/");
      expect(await standIn.signOut(url.href)).toMatch(/^https:\/\/ent\.example\/\?state=/);
      expect([...browser.cookies.keys()]).not.toContain(sessionCookie);
      expect(await portal.environment.store.find("sessions", { where: {} })).toHaveLength(
        way === "by the stored sub" ? 1 : 0,
      );
      // Signed out there too: the provider asks who it is, as it did the first time.
      expect(await (await fetch(await leaveFor(browser))).text()).toContain("FranceConnect");
    },
  );

  it("signing out with a password's session leads nowhere else, and a provider that is gone keeps nobody signed in", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = await activateByFranceConnect(portal, standIn);
    const [account] = await portal.environment.store.find("accounts", { where: { status: "active" } });
    const other = portal.browser();
    await other.signIn(account?.identifier ?? "", chosenPassword);
    expect((await other.request("signOut", {})).body).toMatchObject({ logoutUrl: null });
    // Another process, which has not read what the provider publishes, and can't now.
    standIn.setFault("discovery", "unavailable");
    const fresh = await openFranceConnectPortal(standIn, {
      store: portal.environment.store,
      vault: portal.environment.vault,
      records: { schools: [], people: [], guardianships: [] },
    });
    const moved = fresh.browser();
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    expect((await moved.request("signOut", {})).body).toMatchObject({ session: null, logoutUrl: null });
    expect((await browser.request("readServices")).status).toBe(401);
  });
});

describe("options of FranceConnect's plan", () => {
  it("a code by SMS goes to the directory's number, and the children are then shown in full", async () => {
    const portal = await openFranceConnectPortal(
      standIn,
      planOf("franceConnect", "smsCode", "children", "password"),
    );
    const browser = portal.browser();
    const before = browser.cookies.get(flowCookie);
    await connectAs(browser, standIn, "claire");
    expect((await showStatus(browser))?.step).toMatchObject({
      name: "smsCode",
      sending: { to: "+33 •• •• •• 71" },
    });
    expect(browser.cookies.get(flowCookie)).not.toBe(before);
    expect((await portal.texts()).map(({ to }) => to)).toEqual(["+33612345671"]);
    await browser.send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() });
    expect(browser.view().step).toEqual({ name: "children", children: wholeNames });
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, wrongAnswers) });
    expect(browser.view().contact).toMatchObject({ name: "E.E.PU Jean Moulin" });
    const counted = await portal.environment.store.find("attempts", { where: { key: "children:claire" } });
    expect(counted[0]?.failures).toBe(1);
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(browser.view().step.name).toBe("success");
  });

  it("without a mobile that the school knows, or with one that a pupil holds too, no code leaves and the way on is told", async () => {
    const plan = planOf("franceConnect", "smsCode", "children", "password");
    for (const records of [
      familyWith({ claire: { mobile: null } }),
      familyWith({ claire: { mobile: "03 20 00 00 00" } }),
      familyWith({ lucas: { mobile: "06 12 34 56 71" } }),
    ]) {
      const portal = await openFranceConnectPortal(standIn, { ...plan, records });
      const browser = portal.browser();
      await connectAs(browser, standIn, "claire");
      expect(await issuesShown(browser)).toEqual(["france_connect_mobile_missing"]);
      expect(browser.view()).toMatchObject({ step: { name: "franceConnect" }, contact: null });
      expect(await portal.texts()).toEqual([]);
    }
  });

  it("a number that was sent enough keeps the proof, and says so on the screen of the code", async () => {
    const plan = planOf("franceConnect", "smsCode", "children", "password");
    const portal = await openFranceConnectPortal(standIn, {
      ...plan,
      rateLimits: { sms: { perNumberAnHour: 1 } },
    });
    const earlier = portal.browser();
    await connectAs(earlier, standIn, "claire");
    await showStatus(earlier);
    await earlier.send({ type: "abandonRequested" });
    const browser = portal.browser();
    expect((await connectAs(browser, standIn, "claire")).status).toBe(303);
    expect(await showStatus(browser)).toMatchObject({
      step: { name: "smsCode" },
      issues: [{ code: "sends_exhausted" }],
      contact: null,
    });
    expect(await portal.texts()).toHaveLength(1);
    const code = await portal.lastSmsCode();
    await browser.send({ type: "smsCodeSubmitted", code });
    expect(browser.view().step.name).toBe("smsCode");
    portal.clock.advance(3_601);
    await browser.send({ type: "smsCodeResendRequested" });
    await browser.send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() });
    expect(browser.view().step.name).toBe("children");
  });

  it("without a password the identifier is reserved, and FranceConnect alone opens the account", async () => {
    const portal = await openFranceConnectPortal(standIn, planOf("franceConnect", "children"));
    const letter = await portal.issue("claire");
    const browser = portal.browser();
    await connectAs(browser, standIn, "claire");
    await showStatus(browser);
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
    expect(browser.view().step).toMatchObject({ name: "success", identifier: letter.identifier });
    await browser.send({ type: "servicesRequested" });
    expect((await browser.request("readServices")).status).toBe(200);
    const [account] = await portal.environment.store.find("accounts", { where: {} });
    expect(account).toMatchObject({ status: "active" });
    const credentials = await portal.environment.store.find("credentials", { where: {} });
    expect(credentials.map(({ type }) => type)).toEqual(["franceConnect"]);
    const byLetter = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(byLetter).code).toBe("credentials_refused");
    const again = portal.browser();
    await connectAs(again, standIn, "claire");
    expect([...again.cookies.keys()]).toEqual([sessionCookie]);
  });

  it("an identifier is reserved for somebody who never had a letter", async () => {
    const portal = await openFranceConnectPortal(standIn, planOf("franceConnect", "smsCode", "children"));
    const browser = portal.browser();
    await connectAs(browser, standIn, "claire");
    await showStatus(browser);
    await browser.send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() });
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
    expect(browser.view().step).toMatchObject({
      name: "success",
      identifier: expect.stringMatching(/^c\.martin\d\d$/),
    });
  });

  it.each([
    [["franceConnect", "children", "email", "emailSent", "password"]],
    [["franceConnect", "children", "email", "password", "emailSent"]],
  ] as const)("a mail to confirm may be asked for as well: %s", async (steps) => {
    const portal = await openFranceConnectPortal(standIn, planOf(...steps));
    const browser = portal.browser();
    await connectAs(browser, standIn, "claire");
    await showStatus(browser);
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
    await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    for (const step of steps.slice(3)) {
      if (step === "password") await browser.send({ type: "passwordSubmitted", password: chosenPassword });
      else await browser.send({ type: "emailCodeSubmitted", code: (await portal.lastConfirmation()).code });
    }
    expect(browser.view().step.name).toBe("success");
  });
});
