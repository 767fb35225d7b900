import { franceConnectLateFragment } from "@educonnect-activation/core";
import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, describe, expect, it } from "vitest";
import { CommitOutcomeUnknownError, StoreUnavailableError } from "../../src/ports/store-errors.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  asShown,
  activateByFranceConnect,
  comeBack,
  connectAs,
  leaveFor,
  locationOf,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { chosenPassword, rightAnswers } from "./guardian-journey.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

/** How a call fails: nothing was done, or a commit took place and nobody was told. */
type Fault = "refused" | "unknown";

/** A store that fails at one of its calls while it is watched, or never, and counts them. */
function createFailingStore(fault: Fault, failAt: number) {
  const inner = createMemoryStore();
  const state = { isWatched: false, calls: 0, failures: 0 };
  const isTurn = () => {
    const isIt = state.isWatched && ++state.calls === failAt;
    if (isIt) state.failures += 1;
    return isIt;
  };
  const store: Store = {
    ...inner,
    async find(table, query) {
      if (isTurn()) throw new StoreUnavailableError("gone");
      return inner.find(table, query);
    },
    async commit(changes) {
      if (!isTurn()) return inner.commit(changes);
      if (fault === "refused") throw new StoreUnavailableError("gone");
      await inner.commit(changes);
      throw new CommitOutcomeUnknownError();
    },
  };
  return { store, state };
}

const late = `https://ent.example/compte${franceConnectLateFragment}`;

async function comeBackOver(fault: Fault, failAt: number, isKnown: boolean) {
  const logged: string[] = [];
  const { store, state } = createFailingStore(fault, failAt);
  const portal = await openFranceConnectPortal(standIn, {
    store,
    logger: { log: (level, event) => logged.push(`${level} ${event}`) },
  });
  if (isKnown) await activateByFranceConnect(portal, standIn);
  const browser = portal.browser();
  const location = await leaveFor(browser, { returnUrl: "/compte" });
  const callback = await standIn.signIn(location, { person: "claire" });
  state.isWatched = true;
  const answer = await comeBack(browser, callback);
  state.isWatched = false;
  return { portal, browser, answer, logged, ...state };
}

describe.each<Fault>(["refused", "unknown"])(
  "a store that fails once while FranceConnect's answer is taken, its commit %s (ASVS 16.5.2)",
  (fault) => {
    it("leads back to a page all the same, and the person can begin again and arrive", async () => {
      const { calls } = await comeBackOver(fault, 0, false);
      expect(calls).toBeGreaterThan(8);
      for (let failAt = 1; failAt <= calls; failAt += 1) {
        const { portal, browser, answer, logged, failures } = await comeBackOver(fault, failAt, false);
        expect(answer).toMatchObject({ status: 303, body: null, cookies: [] });
        expect([late, `https://ent.example/${franceConnectLateFragment}`]).toContain(locationOf(answer));
        expect(failures).toBe(1);
        expect(logged).toEqual(["error request_failed"]);
        await connectAs(browser, standIn, "claire");
        expect((await showStatus(browser))?.step.name).toBe("children");
        await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
        await browser.send({ type: "passwordSubmitted", password: chosenPassword });
        expect(browser.view().step.name).toBe("success");
        const { store } = portal.environment;
        expect(await store.find("accounts", { where: {} })).toHaveLength(1);
        expect(await store.find("flows", { where: { person_id: "claire" } })).toHaveLength(1);
      }
    });

    it("opens a session to who has an account, at once or when begun again", async () => {
      const { calls } = await comeBackOver(fault, 0, true);
      for (let failAt = 1; failAt <= calls; failAt += 1) {
        const { browser, answer } = await comeBackOver(fault, failAt, true);
        expect(answer.status).toBe(303);
        await connectAs(browser, standIn, "claire");
        expect((await browser.request("readServices")).status).toBe(200);
      }
    });
  },
);

describe("a store that is down", () => {
  it("at the start is 503 with Retry-After, and sets no cookie", async () => {
    const { store, state } = createFailingStore("refused", 1);
    const portal = await openFranceConnectPortal(standIn, { store });
    state.isWatched = true;
    const answer = await portal.browser().request("startFranceConnect", {});
    expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "2" } });
    expect(answer.cookies ?? []).toEqual([]);
    expect(await store.find("flows", { where: {} })).toEqual([]);
  });
});
