import { deepStrictEqual, equal, ok } from "node:assert/strict";
import { chosenPassword, confirmMail, arriveAt, rightAnswers } from "../journeys/guardian-journey.ts";
import type { RaceCase } from "../journeys/race-case.ts";
import {
  asShown,
  activateByFranceConnect,
  comeBack,
  connectAs,
  franceConnectOptions,
  leaveFor,
  showStatus,
} from "./france-connect-portal.ts";
import type { SignInProvider } from "./sign-in.ts";

const times = <Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** Races around FranceConnect that every store must survive with the handler over it (ASVS 2.3.4, 15.4.2). */
export const franceConnectRaceCases = (provider: SignInProvider): readonly RaceCase[] => [
  {
    name: "one FranceConnect callback brought back 30 times at once is exchanged once",
    async run(open) {
      const portal = await open(franceConnectOptions(provider));
      const browser = portal.browser();
      const callback = await provider.signIn(await leaveFor(browser), { person: "claire" });
      const cookies = new Map(browser.cookies);
      const answers = await times(30, () => comeBack(browser, callback, { cookies }));
      deepStrictEqual([...new Set(answers.map(({ status }) => status))], [303]);
      equal(answers.filter((answer) => (answer.cookies ?? []).length > 0).length, 1);
      const { store } = portal.environment;
      equal((await store.find("audit", { where: { event: "france_connect_returned" } })).length, 1);
      equal((await store.find("authorizations", { where: {} })).length, 0);
      equal((await showStatus(browser))?.step.name, "children");
    },
  },
  {
    name: "one callback of a stored sub brought back 10 times at once opens one session",
    async run(open) {
      const portal = await open(franceConnectOptions(provider));
      await activateByFranceConnect(portal, provider);
      const browser = portal.browser();
      const callback = await provider.signIn(await leaveFor(browser), { person: "claire" });
      const cookies = new Map(browser.cookies);
      await times(10, () => comeBack(browser, callback, { cookies }));
      equal((await portal.environment.store.find("sessions", { where: {} })).length, 2);
      equal((await browser.request("readServices")).status, 200);
    },
  },
  {
    name: "of starts at once in one browser the attempt of the cookie that stays works, and no other",
    async run(open) {
      const portal = await open(franceConnectOptions(provider));
      const browser = portal.browser();
      await leaveFor(browser);
      const cookies = new Map(browser.cookies);
      const starts = await times(4, () => browser.request("startFranceConnect", {}, { cookies }));
      let used = 0;
      for (const { body } of starts) {
        ok(body !== null && typeof body === "object" && "location" in body);
        const callback = await provider.signIn(String(body.location), { person: "claire" });
        const answer = await comeBack(browser, callback);
        if ((answer.cookies ?? []).length > 0) used += 1;
      }
      equal(used, 1);
      equal((await showStatus(browser))?.step.name, "children");
    },
  },
  {
    name: "FranceConnect's answer and giving up at once have one outcome",
    async run(open) {
      const portal = await open(franceConnectOptions(provider));
      const browser = portal.browser();
      const callback = await provider.signIn(await leaveFor(browser), { person: "claire" });
      const revision = (await showStatus(browser))?.revision ?? 0;
      const cookies = new Map(browser.cookies);
      const [answer, given] = await Promise.all([
        comeBack(browser, callback, { cookies }),
        browser.send({ type: "abandonRequested" }, { cookies, revision }),
      ]);
      equal(answer.status, 303);
      const flows = await portal.environment.store.find("flows", { where: { person_id: "claire" } });
      equal(flows.length, given.status === 200 ? 0 : 1);
    },
  },
  {
    name: "FranceConnect and the letter that end at once activate one account, and one of them is told",
    async run(open) {
      const portal = await open(franceConnectOptions(provider));
      const { browser: byLetter } = await arriveAt("emailSent", portal);
      const browser = portal.browser();
      await connectAs(browser, provider, "claire");
      await showStatus(browser);
      await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
      const [password] = await Promise.all([
        browser.send({ type: "passwordSubmitted", password: chosenPassword }),
        confirmMail(portal, byLetter),
      ]);
      const { store } = portal.environment;
      equal((await store.find("accounts", { where: { status: "active" } })).length, 1);
      const identities = await store.find("credentials", { where: { type: "franceConnect" } });
      equal(identities.length, password.status === 200 ? 1 : 0);
      equal((await store.find("flows", { where: { person_id: "claire" } })).length, 1);
    },
  },
  {
    name: "one identity on four devices at once ends in one active account",
    async run(open) {
      const portal = await open(franceConnectOptions(provider));
      const browsers = Array.from({ length: 4 }, () => portal.browser());
      const callbacks = await times(4, async (index) => {
        const browser = browsers[index];
        ok(browser);
        return { browser, callback: await provider.signIn(await leaveFor(browser), { person: "claire" }) };
      });
      await Promise.all(callbacks.map(({ browser, callback }) => comeBack(browser, callback)));
      const last = portal.browser();
      await activateByFranceConnect(portal, provider, last);
      equal((await last.request("readServices")).status, 200);
      const { store } = portal.environment;
      equal((await store.find("accounts", { where: { status: "active" } })).length, 1);
      for (const browser of browsers) {
        const { body } = await browser.request("readStatus");
        ok(JSON.stringify(body).includes("flow_moved") || JSON.stringify(body).includes('"flow":null'));
      }
    },
  },
];
