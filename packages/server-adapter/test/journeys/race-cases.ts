import { deepStrictEqual, equal, ok } from "node:assert/strict";
import { createToken } from "../../src/security/tokens.ts";
import { webRandom } from "../../src/ports/random.ts";
import { familyDirectory } from "../portal/family.ts";
import { createTestBrowser, problemOf } from "../portal/test-browser.ts";
import {
  arriveAt,
  arriveAtBirthDate,
  chosenPassword,
  rightAnswers,
  wrongAnswers,
  wrongCode,
} from "./guardian-journey.ts";
import { statuses, times, type RaceCase } from "./race-case.ts";
import { watchComparisons } from "./watch-comparisons.ts";

/** Races that every store must survive with the handler over it (ASVS 2.3.4, 15.4.2). */
export const raceCases: readonly RaceCase[] = [
  {
    name: "one code sent by 100 requests at once has one winner",
    async run(open) {
      const { portal, browser } = await arriveAt("emailSent", await open());
      const { code } = await portal.lastConfirmation();
      const { revision } = browser.view();
      const responses = await times(100, () =>
        browser.send({ type: "emailCodeSubmitted", code }, { revision, cookies: new Map(browser.cookies) }),
      );
      equal(statuses(responses).filter((status) => status === 200).length, 1);
      const { store } = portal.environment;
      equal((await store.find("accounts", { where: { status: "active" } })).length, 1);
      equal((await store.find("confirmation_links", { where: { status: "used" } })).length, 1);
      equal((await store.find("account_children", { where: {} })).length, 2);
    },
  },
  {
    name: "of 100 wrong codes at once exactly 5 are compared",
    async run(open) {
      const portal = await open();
      const watched = watchComparisons(portal.environment, (key) => key.startsWith("email-code:"));
      const { browser } = await arriveAt("emailSent", portal, watched.environment);
      const { code } = await portal.lastConfirmation();
      const { revision } = browser.view();
      const cookies = new Map(browser.cookies);
      await times(100, () =>
        browser.send({ type: "emailCodeSubmitted", code: wrongCode(code) }, { revision, cookies }),
      );
      equal(watched.comparisons(), 5);
      const right = await browser.send({ type: "emailCodeSubmitted", code });
      equal(problemOf(right).code, "step_locked");
      equal(watched.comparisons(), 5);
    },
  },
  {
    name: "of 100 wrong passwords at once exactly 5 are compared",
    async run(open) {
      const portal = await open();
      const letter = await portal.issue("claire");
      const watched = watchComparisons(portal.environment, (key) => key.startsWith("password:"));
      const responses = await times(100, () =>
        createTestBrowser(watched.environment).signIn(letter.identifier, "AAAAAAAA"),
      );
      equal(watched.comparisons(), 5);
      equal(statuses(responses).filter((status) => status === 401).length, 5);
      equal(statuses(responses).filter((status) => status === 429).length, 95);
      const right = await createTestBrowser(watched.environment).signIn(
        letter.identifier,
        letter.provisionalPassword,
      );
      equal(problemOf(right).code, "credentials_locked");
    },
  },
  {
    name: "of 100 wrong dates of children at once exactly 3 are compared",
    async run(open) {
      const portal = await open();
      const watched = watchComparisons(portal.environment, (key) => key.startsWith("children:"));
      const { browser } = await arriveAt("children", portal, watched.environment);
      const { revision } = browser.view();
      await times(100, () =>
        browser.send({ type: "childrenSubmitted", answers: wrongAnswers }, { revision }),
      );
      equal(watched.comparisons(), 3);
      const right = await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
      equal(problemOf(right).code, "step_locked");
    },
  },
  {
    name: "of 100 wrong dates of a pupil at once exactly 3 are compared",
    async run(open) {
      const portal = await open();
      const watched = watchComparisons(portal.environment, (key) => key.startsWith("birth-date:"));
      const { browser } = await arriveAtBirthDate(portal, watched.environment);
      const { revision } = browser.view();
      await times(100, () =>
        browser.send({ type: "birthDateSubmitted", birthDate: "2009-11-29" }, { revision }),
      );
      equal(watched.comparisons(), 3);
    },
  },
  {
    name: "50 letters at once to people of one name carry 50 identifiers",
    async run(open) {
      const [claire] = familyDirectory.people;
      ok(claire);
      const people = Array.from({ length: 50 }, (_, index) => ({ ...claire, id: `claire-${index}` }));
      const portal = await open({ records: { schools: [], people, guardianships: [] } });
      const letters = await Promise.all(people.map((person) => portal.issue(person.id)));
      equal(new Set(letters.map((letter) => letter.identifier)).size, 50);
    },
  },
  {
    name: "a double click has one effect and one answer, and costs one attempt",
    async run(open) {
      const { portal, browser } = await arriveAt("emailSent", await open());
      const { code } = await portal.lastConfirmation();
      const { revision } = browser.view();
      const idempotencyKey = createToken(webRandom);
      const cookies = new Map(browser.cookies);
      const event = { type: "emailCodeSubmitted", code: wrongCode(code) } as const;
      const responses = await times(2, () => browser.send(event, { revision, cookies, idempotencyKey }));
      deepStrictEqual(statuses(responses), [200, 200]);
      deepStrictEqual(responses[0]?.body, responses[1]?.body);
      equal(browser.view().revision, revision + 1);
      const { store } = portal.environment;
      const counted = await store.find("attempts", { where: { key: "email-code:claire" } });
      equal(counted[0]?.failures, 1);
      equal((await store.find("audit", { where: { event: "emailCodeSubmitted" } })).length, 1);
    },
  },
  {
    name: "two tabs at once: one wins, the other is shown the flow as it is",
    async run(open) {
      const { browser } = await arriveAt("email", await open());
      const { revision } = browser.view();
      const responses = await times(2, (index) =>
        browser.send({ type: "emailSubmitted", email: `tab${index}@example.org` }, { revision }),
      );
      deepStrictEqual(statuses(responses).sort(), [200, 409]);
      const loser = responses.find(({ status }) => status === 409);
      ok(loser);
      equal(problemOf(loser).code, "revision_stale");
      equal(problemOf(loser).flow?.revision, revision + 1);
      equal(problemOf(loser).flow?.step.name, "password");
    },
  },
  {
    name: "two devices that sign in at once begin one activation",
    async run(open) {
      const portal = await open();
      const letter = await portal.issue("claire");
      const browsers = Array.from({ length: 4 }, () => portal.browser());
      const responses = await Promise.all(
        browsers.map((browser) => browser.signIn(letter.identifier, letter.provisionalPassword)),
      );
      deepStrictEqual(statuses(responses), [200, 200, 200, 200]);
      equal((await portal.environment.store.find("flows", { where: {} })).length, 1);
      const seen = await Promise.all(browsers.map((browser) => browser.request("readStatus")));
      deepStrictEqual(statuses(seen).sort(), [200, 409, 409, 409]);
    },
  },
  {
    name: "the link, the code and giving up at once have one outcome",
    async run(open) {
      const { portal, browser } = await arriveAt("emailSent", await open());
      const { token, code } = await portal.lastConfirmation();
      const { revision } = browser.view();
      const cookies = new Map(browser.cookies);
      const responses = await Promise.all([
        portal.browser().request("answerConfirmationLink", { token, answer: "confirm" }),
        browser.send({ type: "emailCodeSubmitted", code }, { revision, cookies }),
        browser.send({ type: "abandonRequested" }, { revision, cookies }),
      ]);
      equal(statuses(responses).filter((status) => status === 200).length, 1);
      const { store } = portal.environment;
      const isActive = (await store.find("accounts", { where: { status: "active" } })).length === 1;
      equal(isActive, responses[2].status !== 200);
      const links = await store.find("confirmation_links", { where: {} });
      equal(links[0]?.status, isActive ? "used" : "open");
    },
  },
  {
    name: "a letter reissued while the last step is taken: the account is active, or the new letter is valid",
    async run(open) {
      const { portal, browser } = await arriveAt("emailSent", await open());
      const { code } = await portal.lastConfirmation();
      const [confirmed, letter] = await Promise.all([
        browser.send({ type: "emailCodeSubmitted", code }),
        portal.issue("claire").catch(() => null),
      ]);
      equal(letter === null, confirmed.status === 200);
      if (letter === null) return;
      const signedIn = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
      equal(signedIn.status, 200);
    },
  },
  {
    name: "two devices that sign in at once to an active account both get in",
    async run(open) {
      const { portal, letter } = await arriveAt("success", await open());
      const responses = await times(4, () => portal.browser().signIn(letter.identifier, chosenPassword));
      deepStrictEqual(statuses(responses), [200, 200, 200, 200]);
      equal((await portal.environment.store.find("sessions", { where: {} })).length, 4);
    },
  },
  {
    name: "a session extended and ended at once is over, and never comes back",
    async run(open) {
      const { portal, browser } = await arriveAt("success", await open());
      await browser.send({ type: "servicesRequested" });
      portal.clock.advance(1_000);
      const cookies = new Map(browser.cookies);
      const [[ended], extended] = await Promise.all([
        times(1, () => browser.request("signOut", {}, { cookies })),
        times(8, () => browser.request("extendSession", {}, { cookies })),
      ]);
      equal(ended?.status, 200);
      ok(extended.every(({ status }) => status === 200 || status === 401));
      deepStrictEqual(await portal.environment.store.find("sessions", { where: {} }), []);
      equal((await browser.request("extendSession", {}, { cookies })).status, 401);
    },
  },
  {
    name: "a session extended by 20 requests at once has one end, told to all alike",
    async run(open) {
      const { portal, browser } = await arriveAt("success", await open());
      await browser.send({ type: "servicesRequested" });
      portal.clock.advance(1_000);
      const responses = await times(20, () => browser.request("extendSession", {}));
      deepStrictEqual(new Set(responses.map(({ body }) => JSON.stringify(body))).size, 1);
      const [session] = await portal.environment.store.find("sessions", { where: {} });
      equal(session?.expires_at, portal.clock.now() + 3_600);
      const entries = await portal.environment.store.find("audit", { where: { event: "session_extended" } });
      equal(entries.length, 1);
    },
  },
  {
    name: "more time asked for in two tabs at once is given once, and both may go on",
    async run(open) {
      const portal = await open();
      const browser = portal.browser();
      await browser.request("startFlow", { method: "sms" });
      portal.clock.advance(60);
      const { revision } = browser.view();
      const responses = await times(2, () => browser.send({ type: "moreTimeRequested" }, { revision }));
      deepStrictEqual(statuses(responses).sort(), [200, 409]);
      const stale = responses.find(({ status }) => status === 409);
      ok(stale !== undefined);
      equal(problemOf(stale).flow?.revision, revision + 1);
    },
  },
];
