import { describe, expect, it } from "vitest";
import type { LogLevel } from "../../src/ports/logger.ts";
import { problemOf, type TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import {
  arriveAt,
  arriveAtChildren,
  chosenPassword,
  confirmMail,
  rightAnswers,
  wrongAnswers,
} from "./guardian-journey.ts";

const day = 86_400;

const withdraw = (portal: TestPortal, guardianId: string, childId: string) =>
  portal.environment.store.commit([
    {
      type: "update",
      table: "guardianships",
      where: { id: `${guardianId}:${childId}` },
      set: { closed_at: portal.clock.now() },
      expect: 1,
    },
  ]);

const issueOf = (browser: TestBrowser) => browser.view().issues[0]?.code;

describe("the directory's legal link is the only thing that grants (ASVS 8.2.2)", () => {
  it("offers no child to somebody who is in charge of it without being its representative, and activates nothing for them", async () => {
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
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    await withdraw(portal, "claire", "lucas");
    await confirmMail(portal, browser);
    expect(browser.view().step.name).toBe("success");
    const granted = await portal.environment.store.find("account_children", { where: {} });
    expect(granted.map((row) => row.child_id)).toEqual(["emma"]);
  });

  it("activates nobody whose every link is withdrawn before the end", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token, code } = await portal.lastConfirmation();
    await withdraw(portal, "claire", "lucas");
    await withdraw(portal, "claire", "emma");
    const byCode = await browser.send({ type: "emailCodeSubmitted", code });
    expect(problemOf(byCode).code).toBe("event_not_accepted");
    const byLink = await portal.browser().request("answerConfirmationLink", { token, answer: "confirm" });
    expect(problemOf(byLink).code).toBe("event_not_accepted");
    expect(await portal.environment.store.find("accounts", { where: { status: "active" } })).toEqual([]);
  });

  it("ends a session at once when the last link is withdrawn, and lets nobody in again", async () => {
    const { portal, browser, letter } = await arriveAt("success", await createTestPortal());
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
    expect(browser.view().step.name).toBe("emailSent");
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
    expect(browser.view().lockedUntil).toBe(portal.clock.now() + day);
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
    expect(claire.view().step.name).toBe("emailSent");
  });
});
