import { describe, expect, it } from "vitest";
import type { LogLevel } from "../../ports/logger.ts";
import { problemOf, type TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword, rightAnswers, wrongAnswers } from "./guardian-journey.ts";

const day = 86_400;

const withdraw = (portal: TestPortal, guardianId: string, childId: string) =>
  portal.environment.store.commit([
    {
      type: "update",
      table: "links",
      where: { id: `${guardianId}:${childId}` },
      set: { closed_at: portal.clock.now() },
      expect: 1,
    },
  ]);

async function signIn(portal: TestPortal, personId: string): Promise<TestBrowser> {
  const letter = await portal.issue(personId);
  const browser = portal.browser();
  await browser.signIn(letter.identifier, letter.provisionalPassword);
  return browser;
}

async function arriveAtChildren(portal: TestPortal, personId: string): Promise<TestBrowser> {
  const browser = await signIn(portal, personId);
  await browser.send({ type: "emailSubmitted", email: `${personId}@example.org` });
  await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  return browser;
}

async function confirmMail(portal: TestPortal, browser: TestBrowser) {
  await browser.send({ type: "emailCodeSubmitted", code: (await portal.lastConfirmation()).code });
}

const issueOf = (browser: TestBrowser) => browser.view().issues[0]?.code;

describe("the directory's legal link is the only thing that grants (ASVS 8.2.2)", () => {
  it("offers no child to a parent of legal rank 0, and activates nothing for them", async () => {
    const portal = await createTestPortal();
    const browser = await arriveAtChildren(portal, "marc");
    expect(browser.view().step).toEqual({ name: "children", children: [] });
    await browser.send({ type: "childrenSubmitted", answers: [rightAnswers[0]] });
    expect(issueOf(browser)).toBe("children_changed");
    await browser.send({ type: "childrenSubmitted", answers: [] });
    expect(browser.view().step).toMatchObject({ name: "refused" });
    expect(await portal.environment.store.find("accounts", { where: { status: "active" } })).toEqual([]);
  });

  it("takes no answer about somebody else's child", async () => {
    const { portal, browser } = await arriveAt("children", await createTestPortal());
    const stolen = { childId: "zoe", relation: "guardian", birthDate: "2016-02-29" } as const;
    await browser.send({ type: "childrenSubmitted", answers: [...rightAnswers, stolen] });
    expect(issueOf(browser)).toBe("children_changed");
    expect(await portal.environment.store.find("account_children", { where: {} })).toEqual([]);
  });

  it.each([
    ["no answer", [], "child_unanswered"],
    ["one child left out", [rightAnswers[0]], "child_unanswered"],
    ["a child twice", [rightAnswers[0], ...rightAnswers], "children_changed"],
    ["a date missing", [{ ...rightAnswers[0], birthDate: null }, rightAnswers[1]], "birth_date_missing"],
    [
      "no such date",
      [{ ...rightAnswers[0], birthDate: "2015-02-30" }, rightAnswers[1]],
      "birth_date_impossible",
    ],
    [
      "a date to come",
      [{ ...rightAnswers[0], birthDate: "2999-01-01" }, rightAnswers[1]],
      "birth_date_in_future",
    ],
  ])("costs no try to be answered with %s", async (_name, answers, code) => {
    const { portal, browser } = await arriveAt("children", await createTestPortal());
    await browser.send({ type: "childrenSubmitted", answers });
    expect(browser.view().issues.map((issue) => issue.code)).toContain(code);
    expect(await portal.environment.store.find("attempts", { where: { key: "children:claire" } })).toEqual(
      [],
    );
  });

  it("shows a child no longer once the link is withdrawn, and grants only the rest", async () => {
    const { portal, browser } = await arriveAt("emailConfirmation", await createTestPortal());
    await withdraw(portal, "claire", "lucas");
    await confirmMail(portal, browser);
    expect(browser.view().step.name).toBe("activated");
    const granted = await portal.environment.store.find("account_children", { where: {} });
    expect(granted.map((row) => row.child_id)).toEqual(["emma"]);
  });

  it("activates nobody whose every link is withdrawn before the end", async () => {
    const { portal, browser } = await arriveAt("emailConfirmation", await createTestPortal());
    const { token, code } = await portal.lastConfirmation();
    await withdraw(portal, "claire", "lucas");
    await withdraw(portal, "claire", "emma");
    const byCode = await browser.send({ type: "emailCodeSubmitted", code });
    expect(problemOf(byCode).code).toBe("event_not_accepted");
    const byLink = await portal.browser().request("answerLink", { token, answer: "confirm" });
    expect(problemOf(byLink).code).toBe("event_not_accepted");
    expect(await portal.environment.store.find("accounts", { where: { status: "active" } })).toEqual([]);
  });

  it("ends a session at once when the last link is withdrawn, and lets nobody in again", async () => {
    const { portal, browser, letter } = await arriveAt("activated", await createTestPortal());
    await browser.send({ type: "servicesRequested" });
    await withdraw(portal, "claire", "emma");
    expect((await browser.request("readServices")).status).toBe(200);
    await withdraw(portal, "claire", "lucas");
    expect(problemOf(await browser.request("readServices")).code).toBe("session_missing");
    expect((await browser.request("readStatus")).body).toMatchObject({ session: null });
    const again = await portal.browser().signIn(letter.identifier, chosenPassword);
    expect(problemOf(again).code).toBe("credentials_refused");
    expect(again.cookies ?? []).toEqual([]);
  });
});

describe("guessing birth dates (ASVS 6.3.1)", () => {
  it("is closed for 24 hours by the third wrong submission, whichever child it was", async () => {
    const { browser, portal } = await arriveAt("children", await createTestPortal());
    for (let index = 0; index < 3; index += 1) {
      await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
    }
    expect(browser.view()).toMatchObject({
      lockedUntil: portal.clock.now() + day,
      contact: { name: "E.E.PU Jean Moulin" },
    });
    const refused = await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(problemOf(refused)).toMatchObject({ code: "step_locked", retryAfterSeconds: day });
    portal.clock.advance(day);
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(browser.view().step.name).toBe("emailConfirmation");
  });

  it("says nothing of which date was wrong", async () => {
    const { browser } = await arriveAt("children", await createTestPortal());
    await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
    expect(browser.view().issues).toEqual([{ code: "birth_dates_wrong", params: { triesLeft: 2 } }]);
  });

  it("is counted across activations given up", async () => {
    const { browser, portal, letter } = await arriveAt("children", await createTestPortal());
    for (let index = 0; index < 2; index += 1) {
      await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
    }
    await browser.send({ type: "abandonRequested" });
    await browser.signIn(letter.identifier, chosenPassword);
    await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
    portal.clock.advance(60);
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    const until = portal.clock.now() + day - 60;
    expect(browser.view().lockedUntil).toBe(until);
    await browser.request("readStatus");
    expect(browser.view().lockedUntil).toBe(until);
  });

  it("earns no new tries by giving the one date that is known and refusing the other child", async () => {
    const { browser, portal, letter } = await arriveAt("children", await createTestPortal());
    const known = [rightAnswers[0], { childId: "lucas", relation: "notGuardian" }] as const;
    await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
    await browser.send({ type: "childrenSubmitted", answers: known });
    await browser.send({ type: "abandonRequested" });
    await browser.signIn(letter.identifier, chosenPassword);
    await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
    portal.clock.advance(60);
    await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
    expect(browser.view().lockedUntil).not.toBeNull();
  });

  it("delays and alerts beyond ten errors on one child from any accounts, and never shuts the true parent out", async () => {
    const waited: number[] = [];
    const logged: [LogLevel, string][] = [];
    const portal = await createTestPortal({
      wait: (milliseconds) => {
        waited.push(milliseconds);
        return Promise.resolve();
      },
      logger: { log: (level, event) => logged.push([level, event]) },
    });
    const paul = await arriveAtChildren(portal, "paul");
    const { browser: claire } = await arriveAt("children", portal);
    for (let round = 0; round < 2; round += 1) {
      for (const browser of [paul, claire]) {
        for (let index = 0; index < 3; index += 1) {
          await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
        }
      }
      portal.clock.advance(round === 0 ? day : 0);
    }
    expect(waited).toEqual([5_000, 5_000]);
    expect(logged).toEqual([
      ["warn", "child_ceiling_reached"],
      ["warn", "child_ceiling_reached"],
    ]);
    portal.clock.advance(day);
    await claire.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(claire.view().step.name).toBe("emailConfirmation");
  });
});

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
    expect(browser.view().step.name).toBe("emailConfirmation");
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
    await arriveAt("activated", portal);
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
    await arriveAt("activated", portal);
    expect((await portal.mails()).slice(before).map((mail) => mail.to)).toEqual(["claire@example.org"]);
  });

  it("tells nobody who is not active or no guardian", async () => {
    const portal = await createTestPortal();
    await arriveAtChildren(portal, "paul");
    await arriveAt("activated", portal);
    expect((await portal.mails()).map((mail) => mail.to)).toEqual(["claire@example.org"]);
  });

  it("lets two parents share one address", async () => {
    const portal = await createTestPortal();
    const { browser: claire } = await arriveAt("emailConfirmation", portal);
    const claires = await portal.lastConfirmation();
    const paul = await signIn(portal, "paul");
    await paul.send({ type: "emailSubmitted", email: "claire@example.org" });
    await paul.send({ type: "passwordSubmitted", password: chosenPassword });
    await paul.send({ type: "childrenSubmitted", answers: rightAnswers });
    const pauls = await portal.lastConfirmation();
    await paul.send({ type: "emailCodeSubmitted", code: claires.code });
    expect(issueOf(paul)).toBe("code_wrong");
    await claire.send({ type: "emailCodeSubmitted", code: claires.code });
    await paul.send({ type: "emailCodeSubmitted", code: pauls.code });
    expect([claire, paul].map((browser) => browser.view().step.name)).toEqual(["activated", "activated"]);
  });
});
