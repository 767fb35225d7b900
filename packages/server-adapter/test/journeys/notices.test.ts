import { describe, expect, it } from "vitest";
import type { TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import {
  arriveAt,
  arriveAtChildren,
  chosenPassword,
  confirmMail,
  rightAnswers,
  signInAs,
} from "./guardian-journey.ts";

const issueOf = (browser: TestBrowser) => browser.view().issues[0]?.code;

describe("what the school and the other parent are told", () => {
  it("reports a child refused, and grants it to nobody", async () => {
    const { browser, portal } = await arriveAt("children", await createTestPortal());
    await browser.send({
      type: "childrenSubmitted",
      answers: [rightAnswers[0], { childId: "lucas", relation: "notGuardian" }],
    });
    await confirmMail(portal, browser);
    const { store } = portal.environment;
    expect(await store.find("reports", { where: {} })).toMatchObject([
      { kind: "refused", person_id: "claire", child_id: "lucas", school_id: "school-secondary" },
    ]);
    expect(await store.find("account_children", { where: {} })).toMatchObject([{ child_id: "emma" }]);
  });

  it("activates nobody who refuses every child, and lets a slip be put right", async () => {
    const { browser, portal } = await arriveAt("children", await createTestPortal());
    const refusals = rightAnswers.map(({ childId }) => ({ childId, relation: "notGuardian" as const }));
    const { store } = portal.environment;
    for (let index = 0; index < 3; index += 1) {
      await browser.send({ type: "childrenSubmitted", answers: refusals });
      expect(browser.view().step).toEqual({ name: "refused", reason: "allRefused" });
      expect(await store.find("reports", { where: {} })).toHaveLength(2);
      await browser.send({ type: "backRequested" });
    }
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(browser.view().step.name).toBe("emailSent");
    await confirmMail(portal, browser);
    expect(await store.find("reports", { where: {} })).toEqual([]);
  });

  it("reports a child once, whatever is given up and begun again", async () => {
    const { browser, portal, letter } = await arriveAt("children", await createTestPortal());
    const refusals = rightAnswers.map(({ childId }) => ({ childId, relation: "notGuardian" as const }));
    await browser.send({ type: "childrenSubmitted", answers: refusals });
    await browser.send({ type: "abandonRequested" });
    await browser.signIn(letter.identifier, chosenPassword);
    await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    await browser.send({ type: "childrenSubmitted", answers: refusals });
    expect(browser.view().step.name).toBe("refused");
    expect(await portal.environment.store.find("reports", { where: {} })).toHaveLength(2);
  });

  it("reports a child whose date is not recorded, and grants nothing meanwhile", async () => {
    const portal = await createTestPortal();
    const browser = await arriveAtChildren(portal, "nora");
    expect(browser.view().step).toMatchObject({ children: [{ id: "ines", hasBirthDate: false }] });
    await browser.send({
      type: "childrenSubmitted",
      answers: [{ childId: "ines", relation: "guardian", birthDate: null }],
    });
    expect(browser.view()).toMatchObject({
      step: { name: "refused", reason: "awaitingSchool" },
      contact: { name: "E.E.PU Jean Moulin" },
    });
    expect(await portal.environment.store.find("reports", { where: {} })).toMatchObject([
      { kind: "unrecorded" },
    ]);
    expect(await portal.environment.store.find("accounts", { where: { status: "active" } })).toEqual([]);
  });

  it("tells the other active guardian of an activation, once, at a confirmed address", async () => {
    const portal = await createTestPortal();
    const paul = await arriveAtChildren(portal, "paul");
    await paul.send({ type: "childrenSubmitted", answers: rightAnswers });
    await confirmMail(portal, paul);
    const before = (await portal.mails()).length;
    await arriveAt("success", portal);
    const notices = (await portal.mails()).slice(before).filter((mail) => mail.to === "paul@example.org");
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toContain("Emma");
    expect(notices[0]?.text).toContain("Lucas");
    expect(notices[0]?.text).not.toMatch(/#[\w-]{20}/);
  });

  it("tells nobody who is active at an address not confirmed", async () => {
    const portal = await createTestPortal();
    const paul = await arriveAtChildren(portal, "paul");
    await paul.send({ type: "childrenSubmitted", answers: rightAnswers });
    await confirmMail(portal, paul);
    const before = (await portal.mails()).length;
    await portal.environment.store.commit([
      { type: "update", table: "accounts", where: { person_id: "paul" }, set: { email_status: "pending" } },
    ]);
    await arriveAt("success", portal);
    expect((await portal.mails()).slice(before).map((mail) => mail.to)).toEqual(["claire@example.org"]);
  });

  it("tells nobody who is not active or no guardian", async () => {
    const portal = await createTestPortal();
    await arriveAtChildren(portal, "paul");
    await arriveAt("success", portal);
    expect((await portal.mails()).map((mail) => mail.to)).toEqual(["claire@example.org"]);
  });

  it("lets two parents share one address", async () => {
    const portal = await createTestPortal();
    const { browser: claire } = await arriveAt("emailSent", portal);
    const claires = await portal.lastConfirmation();
    const paul = await signInAs(portal, "paul");
    await paul.send({ type: "emailSubmitted", email: "claire@example.org" });
    await paul.send({ type: "passwordSubmitted", password: chosenPassword });
    await paul.send({ type: "childrenSubmitted", answers: rightAnswers });
    const pauls = await portal.lastConfirmation();
    await paul.send({ type: "emailCodeSubmitted", code: claires.code });
    expect(issueOf(paul)).toBe("code_wrong");
    await claire.send({ type: "emailCodeSubmitted", code: claires.code });
    await paul.send({ type: "emailCodeSubmitted", code: pauls.code });
    expect([claire, paul].map((browser) => browser.view().step.name)).toEqual(["success", "success"]);
  });
});
