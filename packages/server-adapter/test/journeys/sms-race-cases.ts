import { deepStrictEqual, equal, ok } from "node:assert/strict";
import { webRandom } from "../../src/ports/random.ts";
import { createToken } from "../../src/security/tokens.ts";
import { familyDirectory } from "../portal/family.ts";
import { createTestBrowser, problemOf } from "../portal/test-browser.ts";
import { arriveAt, chosenPassword, rightAnswers } from "./guardian-journey.ts";
import { statuses, times, type RaceCase } from "./race-case.ts";
import { arriveBySms, identify, decryptIdentity, otherCode, smsRecords, typedClaire } from "./sms-journey.ts";
import { watchComparisons } from "./watch-comparisons.ts";

const submit = (code: string) => ({ type: "smsCodeSubmitted", code }) as const;
const records = smsRecords;

/** Races of the SMS method that every store must survive with the handler over it (ASVS 2.3.4, 15.4.2). */
export const smsRaceCases: readonly RaceCase[] = [
  {
    name: "one code by text sent by 100 requests at once has one winner",
    async run(open) {
      const portal = await open({ records });
      const browser = await arriveBySms("smsCode", portal);
      const code = await portal.lastSmsCode();
      const { revision } = browser.view();
      const cookies = new Map(browser.cookies);
      const responses = await times(100, () => browser.send(submit(code), { revision, cookies }));
      equal(statuses(responses).filter((status) => status === 200).length, 1);
      const { store } = portal.environment;
      equal((await store.find("sms_codes", { where: {} })).length, 0);
      equal((await store.find("flows", { where: { person_id: "claire" } })).length, 1);
      equal((await store.find("audit", { where: { event: "smsCodeSubmitted" } })).length, 1);
    },
  },
  {
    name: "of 100 wrong codes by text at once, from 4 browsers, exactly 5 are compared",
    async run(open) {
      const limits = { perNumberAnHour: 10, perNumberADay: 10 };
      const portal = await open({ records, rateLimits: { sms: limits } });
      const watched = watchComparisons(portal.environment, (key) => key.startsWith("sms-code:"));
      const browsers = [];
      for (let index = 0; index < 4; index += 1) {
        browsers.push(await identify(portal, typedClaire, watched.environment));
      }
      const code = await portal.lastSmsCode();
      await Promise.all(
        browsers.map(async (browser) => {
          const { revision } = browser.view();
          const cookies = new Map(browser.cookies);
          await times(25, () => browser.send(submit(otherCode(code)), { revision, cookies }));
        }),
      );
      equal(watched.comparisons(), 5);
      const last = browsers.at(-1);
      ok(last);
      // Answers to requests at once arrive in any order: the flow as it is first.
      await last.request("readStatus");
      const right = await last.send(submit(code));
      equal(problemOf(right).code, "step_locked");
      equal(watched.comparisons(), 5);
    },
  },
  {
    name: "of 20 browsers that type one number at once exactly 3 get a text",
    async run(open) {
      const portal = await open({ records });
      const responses = await times(20, async () => {
        const browser = await decryptIdentity(portal);
        return browser.send({ type: "identitySubmitted", ...typedClaire });
      });
      deepStrictEqual(statuses(responses).sort(), [200, 200, 200, ...Array.from({ length: 17 }, () => 429)]);
      equal((await portal.texts()).length, 3);
    },
  },
  {
    name: "a double click on the names is one text, counted once",
    async run(open) {
      const portal = await open({ records });
      const browser = await decryptIdentity(portal);
      const request = {
        revision: 1,
        idempotencyKey: createToken(webRandom),
        cookies: new Map(browser.cookies),
      };
      const responses = await times(2, () =>
        browser.send({ type: "identitySubmitted", ...typedClaire }, request),
      );
      deepStrictEqual(statuses(responses), [200, 200]);
      for (const response of responses) deepStrictEqual(response.body, responses[0]?.body);
      equal((await portal.texts()).length, 1);
      const counts = await portal.environment.store.find("rate_limits", { where: {} });
      equal(counts.filter((row) => row.times !== "[]").length, 2);
      ok(counts.every((row) => !row.times.includes(",")));
    },
  },
  {
    name: "50 requests at once to open one person's account open one, with one identifier for good",
    async run(open) {
      const portal = await open({ records });
      const { accounts, directory, store } = portal.environment;
      const claire = await directory.findPerson("claire");
      ok(claire);
      const opened = await times(50, () => accounts.open(claire));
      equal(new Set(opened.map((account) => `${account.id} ${account.identifier}`)).size, 1);
      const rows = await store.find("accounts", { where: {} });
      equal(rows.length, 1);
      equal(rows[0]?.identifier, opened[0]?.identifier);
      equal((await accounts.open(claire)).identifier, opened[0]?.identifier);
    },
  },
  {
    name: "accounts opened at once for 50 people of one name carry 50 identifiers",
    async run(open) {
      const [claire] = familyDirectory.people;
      ok(claire);
      const people = Array.from({ length: 50 }, (_, index) => ({ ...claire, id: `claire-${index}` }));
      const portal = await open({ records: { schools: [], people, guardianships: [] } });
      const opened = await Promise.all(people.map((person) => portal.environment.accounts.open(person)));
      equal(new Set(opened.map(({ identifier }) => identifier)).size, 50);
    },
  },
  {
    name: "a letter issued and an account opened at once are one account with one identifier",
    async run(open) {
      const portal = await open({ records });
      const { accounts, directory, store } = portal.environment;
      const claire = await directory.findPerson("claire");
      ok(claire);
      const [letter, account] = await Promise.all([portal.issue("claire"), accounts.open(claire)]);
      equal(letter.identifier, account.identifier);
      equal((await store.find("accounts", { where: {} })).length, 1);
      const signedIn = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
      equal(signedIn.status, 200);
    },
  },
  {
    name: "the last step by SMS and by letter at once activates one account, once, with the winner's password",
    async run(open) {
      const portal = await open({ records });
      const environment = portal.environment;
      const bySms = await arriveBySms("password", portal);
      // Proved at the same moment as the letter, neither saw the other: both are under way.
      const [sms] = await environment.store.find("flows", { where: { person_id: "claire" } });
      ok(sms);
      await environment.store.commit([{ type: "delete", table: "flows", where: { id: sms.id } }]);
      const { browser: byLetter, letter } = await arriveAt("emailSent", portal);
      const { code } = await portal.lastConfirmation();
      await environment.store.commit([{ type: "insert", table: "flows", row: sms }]);
      const smsPassword = "Girafe-Orange-2024";
      const responses = await Promise.all([
        bySms.send({ type: "passwordSubmitted", password: smsPassword }),
        byLetter.send({ type: "emailCodeSubmitted", code }),
      ]);
      equal(statuses(responses).filter((status) => status === 200).length, 1);
      const passwords =
        responses[0].status === 200 ? [smsPassword, chosenPassword] : [chosenPassword, smsPassword];
      const [winners = "", losers = ""] = passwords;
      equal((await portal.browser().signIn(letter.identifier, winners)).status, 200);
      equal((await portal.browser().signIn(letter.identifier, losers)).status, 401);
      const audited = await environment.store.find("account_children", { where: {} });
      equal(audited.length, 2);
    },
  },
  {
    name: "a number proved on four devices at once leaves whole flows, and one activates",
    async run(open) {
      const limits = { perNumberAnHour: 10, perNumberADay: 10 };
      const portal = await open({ records, rateLimits: { sms: limits } });
      const devices = [];
      for (let index = 0; index < 4; index += 1) {
        const browser = await identify(portal, typedClaire);
        devices.push({ browser, code: await portal.lastSmsCode() });
      }
      const proofs = await Promise.all(devices.map(({ browser, code }) => browser.send(submit(code))));
      ok(proofs.every(({ status }) => status === 200 || status === 409));
      const activations = await Promise.all(
        devices.map(async ({ browser }) => {
          await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
          return browser.send({ type: "passwordSubmitted", password: chosenPassword });
        }),
      );
      equal(statuses(activations).filter((status) => status === 200).length, 1);
      const { store } = portal.environment;
      equal((await store.find("accounts", { where: { status: "active" } })).length, 1);
      equal((await store.find("flows", { where: { person_id: "claire" } })).length, 1);
    },
  },
  {
    name: "a fresh start and the proof at once: the proof stands, or there is nothing but the fresh start",
    async run(open) {
      const portal = await open({ records });
      const browser = await arriveBySms("smsCode", portal);
      const code = await portal.lastSmsCode();
      const { revision } = browser.view();
      const cookies = new Map(browser.cookies);
      const other = createTestBrowser(portal.environment);
      const [proof, start] = await Promise.all([
        browser.send(submit(code), { revision, cookies }),
        other.request("startFlow", { method: "sms", replace: true }, { cookies }),
      ]);
      const flows = await portal.environment.store.find("flows", { where: { person_id: "claire" } });
      equal(flows.length, proof.status === 200 ? 1 : 0);
      ok(start.status === 200 || start.status === 503);
    },
  },
];
