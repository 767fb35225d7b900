import { describe, expect, it } from "vitest";
import { createProof, isRecentlyProven } from "../../src/authentication/proof.ts";
import { openLink } from "../../src/confirmation-links/confirmation-link.ts";
import { findSession } from "../../src/sessions/session.ts";
import type { TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword, confirmMail, typedEmail } from "./guardian-journey.ts";
import { arriveBySms } from "./sms-journey.ts";

const telephone =
  "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36";

async function sessionOf({ environment }: TestPortal, { cookies }: TestBrowser) {
  const session = await findSession(environment, cookies.get(environment.cookies.session));
  if (session === null) throw new TypeError("Nobody is signed in.");
  return session;
}

describe("a session", () => {
  it("keeps how and when the letter's person showed who they are", async () => {
    const portal = await createTestPortal();
    const signedInAt = portal.clock.now();
    const { browser } = await arriveAt("emailSent", portal);
    portal.clock.advance(600);
    const confirmedAt = portal.clock.now();
    await confirmMail(portal, browser);
    portal.clock.advance(60);
    await browser.send({ type: "servicesRequested" }, { userAgent: telephone });
    expect(await sessionOf(portal, browser)).toMatchObject({
      proofs: [createProof("letter", "claire", signedInAt), createProof("mailCode", "claire", confirmedAt)],
      device: "phone",
      createdAt: portal.clock.now(),
      lastUsedAt: portal.clock.now(),
    });
  });

  it("keeps the code by SMS that proved the person", async () => {
    const portal = await createTestPortal();
    const provedAt = portal.clock.now();
    const browser = await arriveBySms("success", portal);
    await browser.send({ type: "servicesRequested" });
    const { proofs } = await sessionOf(portal, browser);
    expect(proofs).toEqual([createProof("smsCode", proofs[0]?.personId ?? "", provedAt)]);
  });

  it("ASVS 7.5.3 knows whether its person gave a proof of a strength lately", async () => {
    const { portal, letter } = await arriveAt("success", await createTestPortal());
    const browser = portal.browser();
    await browser.signIn(letter.identifier, chosenPassword);
    const session = await sessionOf(portal, browser);
    const now = portal.clock.now();
    expect(session.proofs.map(({ method }) => method)).toEqual(["password"]);
    expect(isRecentlyProven(session, "single", 300, now + 299)).toBe(true);
    expect(isRecentlyProven(session, "single", 300, now + 300)).toBe(false);
    expect(isRecentlyProven(session, "strong", 300, now)).toBe(false);
  });

  it("notes when the person last did something with it", async () => {
    const { portal, letter } = await arriveAt("success", await createTestPortal());
    const browser = portal.browser();
    await browser.signIn(letter.identifier, chosenPassword);
    const openedAt = portal.clock.now();
    portal.clock.advance(900);
    await browser.request("extendSession", {});
    expect(await sessionOf(portal, browser)).toMatchObject({
      createdAt: openedAt,
      lastUsedAt: openedAt + 900,
    });
  });

  it("ASVS 16.2.5 keeps no name beside the proofs", async () => {
    const { portal, browser } = await arriveAt("success", await createTestPortal());
    await browser.send({ type: "servicesRequested" });
    const [row] = await portal.environment.store.find("sessions", { where: {} });
    expect(row?.proofs).toMatch(/^\[\["letter",\d+\],\["mailCode",\d+\]\]$/);
  });
});

describe("a confirmation link", () => {
  it("confirms the address it was sent to, and no other that the account has by then", async () => {
    const portal = await createTestPortal();
    const { letter, browser } = await arriveAt("success", portal);
    await browser.send({ type: "servicesRequested" });
    const { accounts, store } = portal.environment;
    const account = await accounts.findByIdentifier(letter.identifier);
    if (account === null) throw new TypeError("There is no account.");
    const person = await portal.environment.directory.findPerson("claire");
    if (person === null) throw new TypeError("There is nobody.");
    await store.commit(
      await openLink(portal.environment, {
        account,
        person,
        flowId: "none",
        generation: 1,
        isActivating: false,
        email: "older@example.org",
        acceptLanguage: null,
        at: portal.clock.now(),
      }),
    );
    const { token } = await portal.lastConfirmation();
    const answer = await portal.browser().request("answerConfirmationLink", { token, answer: "disown" });
    expect(answer.body).toMatchObject({ code: "confirmation_link_replaced" });
    expect(await accounts.find(account.id)).toMatchObject({ email: typedEmail, emailStatus: "confirmed" });
  });
});
