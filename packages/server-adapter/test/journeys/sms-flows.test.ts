import { describe, expect, it } from "vitest";
import { createPlan } from "@educonnect-activation/core";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortalOptions } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword, rightAnswers, typedEmail } from "./guardian-journey.ts";
import { dumpStore } from "./dump-store.ts";
import {
  arriveBySms,
  identify,
  decryptIdentity,
  smsRecords,
  typedClaire,
  typedNobody,
} from "./sms-journey.ts";

const flowCookie = "__Host-educonnect-flow";
const sessionCookie = "__Host-educonnect-session";
const otherPassword = "Girafe-Orange-2024";

const open = (options: TestPortalOptions = {}) => createTestPortal({ records: smsRecords, ...options });
const submit = (code: string) => ({ type: "smsCodeSubmitted", code }) as const;
const startSms = { method: "sms" } as const;

/** The password before the children, as a deployment may want it. */
const passwordFirst = {
  sms: createPlan({
    method: "sms",
    audience: "guardian",
    steps: ["identity", "smsCode", "password", "children"],
  }),
};

describe("« Je n'ai pas de compte »", () => {
  it("pressed twice is one flow, and goes on where it was", async () => {
    const portal = await open();
    const browser = await identify(portal, typedClaire);
    const cookie = browser.cookies.get(flowCookie);
    const again = await browser.request("startFlow", startSms);
    expect(again.body).toMatchObject({ revision: 2, step: { name: "smsCode" } });
    expect(browser.cookies.get(flowCookie)).toBe(cookie);
    expect(await portal.environment.store.find("flows", { where: {} })).toHaveLength(1);
  });

  it("anew leaves nothing of the one before", async () => {
    const portal = await open();
    const browser = await identify(portal, typedClaire);
    await browser.request("startFlow", { ...startSms, replace: true });
    expect(browser.view().step.name).toBe("identity");
    const { store } = portal.environment;
    expect(await store.find("flows", { where: {} })).toMatchObject([
      { contact_encrypted: null, revision: 1 },
    ]);
    expect(await store.find("sms_codes", { where: {} })).toEqual([]);
  });

  it("asks before an activation proved in this browser is left, and keeps it to be found again", async () => {
    const portal = await open();
    const { browser, letter } = await arriveAt("children", portal);
    const before = await dumpStore(portal.environment.store);
    const asked = await browser.request("startFlow", startSms);
    expect(problemOf(asked)).toMatchObject({ code: "flow_in_progress", status: 409 });
    expect(problemOf(asked)).not.toHaveProperty("flow");
    expect(await dumpStore(portal.environment.store)).toBe(before);
    await browser.request("startFlow", { ...startSms, replace: true });
    expect(browser.view().step.name).toBe("identity");
    const back = await browser.signIn(letter.identifier, chosenPassword);
    expect(back.body).toMatchObject({ flow: { step: { name: "children" } } });
  });

  it("never asks about what nobody has proved, nor does a sign-in after it", async () => {
    const portal = await open();
    const letter = await portal.issue("paul");
    for (const typed of [typedClaire, typedNobody]) {
      const browser = await identify(portal, typed);
      const signedIn = await browser.signIn(letter.identifier, letter.provisionalPassword);
      expect(signedIn.body).toMatchObject({ outcome: "flow", flow: { step: { name: "email" } } });
    }
  });

  it("is left behind by a sign-in to an account that is active", async () => {
    const portal = await open();
    const { accounts } = portal.environment;
    const browser = await identify(portal, typedClaire);
    await arriveBySms("success", portal);
    const identifier = (await accounts.findByPerson("claire"))?.identifier ?? "";
    expect((await browser.signIn(identifier, chosenPassword)).body).toMatchObject({ outcome: "session" });
    expect([...browser.cookies.keys()]).toEqual([sessionCookie]);
  });

  it("ASVS 7.2.4 ends the session of whoever is signed in here", async () => {
    const portal = await open();
    const { browser } = await arriveAt("success", portal);
    await browser.send({ type: "servicesRequested" });
    const session = new Map(browser.cookies);
    expect(session.has(sessionCookie)).toBe(true);
    await browser.request("startFlow", startSms);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    const reused = await portal.browser().request("readServices", undefined, { cookies: session });
    expect(problemOf(reused).code).toBe("session_missing");
  });

  it("is closed where texts are not wired", async () => {
    const portal = await createTestPortal();
    const { sms: _closed, ...plans } = portal.environment.plans;
    const environment = { ...portal.environment, plans };
    const refused = await (await decryptIdentity({ ...portal, environment })).request("startFlow", startSms);
    expect(problemOf(refused)).toMatchObject({ code: "method_closed", status: 409 });
  });

  it("lives half an hour, and longer while a code is out", async () => {
    const portal = await open();
    const idle = await decryptIdentity(portal);
    const waiting = await identify(portal, typedClaire);
    portal.clock.advance(1_800);
    const status = await idle.request("readStatus");
    expect(status.body).toMatchObject({ flow: null });
    expect((await waiting.request("readStatus")).body).toMatchObject({
      flow: { step: { name: "smsCode" } },
    });
    portal.clock.advance(1_800);
    expect((await waiting.request("readStatus")).body).toMatchObject({ flow: null });
  });
});

describe("proof bound to flow and browser (ASVS 7.2.4)", () => {
  it("makes a planted cookie useless, and shows it nothing but the number's end", async () => {
    const portal = await open();
    const attacker = await decryptIdentity(portal);
    const planted = new Map(attacker.cookies);
    const victim = portal.browser();
    for (const [name, value] of planted) victim.cookies.set(name, value);
    await victim.request("startFlow", startSms);
    await victim.send({ type: "identitySubmitted", ...typedClaire });
    const seen = await attacker.request("readStatus");
    expect(JSON.stringify(seen.body)).not.toMatch(/Claire|Martin|claire|Emma/);
    await victim.send(submit(await portal.lastSmsCode()));
    expect(victim.view().step.name).toBe("children");
    const after = await attacker.request("readStatus", undefined, { cookies: planted });
    expect(after.body).not.toMatchObject({ flow: { step: { name: "children" } } });
    const answers = { type: "childrenSubmitted", answers: rightAnswers } as const;
    const sent = await attacker.send(answers, { cookies: planted, revision: victim.view().revision });
    expect(problemOf(sent)).toMatchObject({ code: "revision_stale" });
    expect(problemOf(sent)).not.toHaveProperty("flow");
  });

  it("ASVS 2.3.4 gives the proving request the same answer and cookie again, and nobody without its key", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    const code = await portal.lastSmsCode();
    const before = new Map(browser.cookies);
    const request = { revision: 2, idempotencyKey: "0123456789abcdef", cookies: before };
    const first = await browser.send(submit(code), request);
    const second = await portal.browser().send(submit(code), request);
    expect(second).toEqual(first);
    expect(second.cookies?.[0]?.value).toBe(browser.cookies.get(flowCookie));
    const other = await portal.browser().send(submit("12345678"), request);
    expect(problemOf(other).code).toBe("idempotency_key_reused");
    const keyless = await portal
      .browser()
      .send(submit(code), { ...request, idempotencyKey: "fedcba9876543210" });
    expect(problemOf(keyless)).toMatchObject({ code: "revision_stale" });
  });
});

describe("somebody who proves their number on a second device", () => {
  it("goes on there with the flow as it is; the first browser is told so", async () => {
    const portal = await open();
    const first = await arriveBySms("password", portal);
    const second = await identify(portal, typedClaire);
    const { revision } = second.view();
    const request = { revision, idempotencyKey: "0123456789abcdef", cookies: new Map(second.cookies) };
    const code = await portal.lastSmsCode();
    const proved = await second.send(submit(code), request);
    expect(second.view().step.name).toBe("password");
    expect(await portal.browser().send(submit(code), request)).toEqual(proved);
    const late = await first.send({ type: "passwordSubmitted", password: otherPassword });
    expect(problemOf(late).code).toBe("flow_moved");
    expect(problemOf(await first.request("readStatus")).code).toBe("flow_moved");
    await second.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(second.view().step.name).toBe("success");
    const { store } = portal.environment;
    expect(await store.find("flows", { where: {} })).toHaveLength(1);
    expect(await store.find("identifiers", { where: {} })).toHaveLength(1);
  });

  it("keeps the identifier it was shown, whichever way it began", async () => {
    const portal = await open();
    const letter = await portal.issue("claire");
    const browser = await arriveBySms("password", portal);
    expect(browser.view().step).toMatchObject({ identifier: letter.identifier });
    const again = await arriveBySms("password", portal);
    expect(again.view().step).toEqual(browser.view().step);
    expect(await portal.environment.store.find("identifiers", { where: {} })).toHaveLength(1);
  });
});

describe("one proven activation per person: the last proof goes on", () => {
  it("by SMS after the letter, whose password never becomes the account's", async () => {
    const portal = await open();
    const { browser: byLetter, letter } = await arriveAt("children", portal);
    const bySms = await arriveBySms("password", portal);
    expect(problemOf(await byLetter.request("readStatus")).code).toBe("flow_moved");
    await bySms.send({ type: "passwordSubmitted", password: otherPassword });
    expect(bySms.view().step).toMatchObject({ name: "success", identifier: letter.identifier });
    const wrong = await portal.browser().signIn(letter.identifier, chosenPassword);
    expect(problemOf(wrong).code).toBe("credentials_refused");
    const provisional = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(provisional).code).toBe("credentials_refused");
    expect((await portal.browser().signIn(letter.identifier, otherPassword)).status).toBe(200);
  });

  it("by the letter after SMS, which is then over", async () => {
    const portal = await open({ methods: { plans: passwordFirst } });
    const letter = await portal.issue("claire");
    const bySms = await identify(portal, typedClaire);
    await bySms.send(submit(await portal.lastSmsCode()));
    await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(await bySms.send({ type: "passwordSubmitted", password: otherPassword })).code).toBe(
      "flow_moved",
    );
    expect(await portal.environment.store.find("credentials", { where: { type: "password" } })).toEqual([]);
  });

  it("by the password chosen by SMS leads back to where it was chosen", async () => {
    const portal = await open({ methods: { plans: passwordFirst } });
    const browser = await identify(portal, typedClaire);
    await browser.send(submit(await portal.lastSmsCode()));
    const { step } = browser.view();
    const identifier = step.name === "password" ? step.identifier : "";
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    const elsewhere = await portal.browser().signIn(identifier, chosenPassword);
    expect(elsewhere.body).toMatchObject({
      outcome: "flow",
      flow: { method: "sms", step: { name: "children" } },
    });
    expect(problemOf(await browser.request("readStatus")).code).toBe("flow_moved");
  });

  it("ends every other when the account is active", async () => {
    const portal = await open();
    const { browser: byLetter, letter } = await arriveAt("email", portal);
    const other = await identify(portal, typedClaire);
    const code = await portal.lastSmsCode();
    const winner = await arriveBySms("success", portal);
    expect(winner.view().step.name).toBe("success");
    expect(problemOf(await byLetter.send({ type: "emailSubmitted", email: typedEmail })).code).toBe(
      "flow_moved",
    );
    expect((await other.send(submit(code))).body).toMatchObject({ issues: [{ code: "code_wrong" }] });
    expect((await portal.browser().signIn(letter.identifier, chosenPassword)).body).toMatchObject({
      outcome: "session",
    });
  });

  it("forgets a password chosen with the letter where the last way needs none", async () => {
    const portal = await open();
    const { letter } = await arriveAt("children", portal);
    const { accounts, store } = portal.environment;
    const account = await accounts.findByPerson("claire");
    if (account === null) throw new TypeError("The letter opened no account.");
    const activated = { at: 1, children: [], email: null, emailStatus: "none" } as const;
    await accounts.apply(
      account,
      [
        { type: "removeCredentials", credentialType: "password" },
        { type: "activate", ...activated },
      ],
      "k",
    );
    expect(await store.find("accounts", { where: {} })).toMatchObject([{ status: "active" }]);
    expect(await store.find("credentials", { where: {} })).toEqual([]);
    expect((await portal.browser().signIn(letter.identifier, chosenPassword)).status).toBe(401);
  });

  it("a letter reissued meanwhile ends it once it is proved, and leaves one that is not as it was", async () => {
    const portal = await open();
    const proven = await arriveBySms("children", portal);
    const unproven = await identify(portal, typedClaire);
    const letter = await portal.issue("claire");
    expect((await proven.request("readStatus")).body).toMatchObject({ flow: null });
    expect((await unproven.request("readStatus")).body).toMatchObject({
      flow: { step: { name: "smsCode" } },
    });
    await unproven.send(submit(await portal.lastSmsCode()));
    await unproven.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(unproven.view().step).toMatchObject({ name: "password", identifier: letter.identifier });
  });
});
