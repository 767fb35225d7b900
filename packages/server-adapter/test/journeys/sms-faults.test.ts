import type { Command } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import type { PlainResponse } from "../../src/http/message.ts";
import type { Report, Reports } from "../../src/ports/reports.ts";
import { StoreUnavailableError } from "../../src/ports/store-errors.ts";
import type { Store } from "../../src/ports/store.ts";
import { createToken } from "../../src/security/tokens.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import { createFailingStore, type Fault } from "./failing-store.ts";
import { chosenPassword, rightAnswers } from "./guardian-journey.ts";
import { arriveBySms, decryptIdentity, smsRecords, typedClaire } from "./sms-journey.ts";

/** A guardian's whole way by SMS over a store that fails once; each request is made again, with its key, as the client does. */
async function travel(fault: Fault, failAt: number) {
  const { store, state } = createFailingStore(fault, failAt);
  const portal = await createTestPortal({ records: smsRecords, store });
  const browser = portal.browser();
  let failures = 0;
  async function insist(send: () => Promise<PlainResponse>): Promise<PlainResponse> {
    state.isWatched = true;
    let response = await send();
    while (response.status === 503) {
      failures += 1;
      expect(problemOf(response).code).toBe("server_unavailable");
      response = await send();
    }
    state.isWatched = false;
    return response;
  }
  function send(event: Command) {
    const idempotencyKey = createToken(portal.environment.random);
    const { revision } = browser.view();
    return insist(() => browser.send(event, { idempotencyKey, revision }));
  }
  await insist(() => browser.request("startFlow", { method: "sms" }));
  await send({ type: "identitySubmitted", ...typedClaire });
  await send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() });
  await send({ type: "childrenSubmitted", answers: rightAnswers });
  await send({ type: "passwordSubmitted", password: chosenPassword });
  await send({ type: "servicesRequested" });
  const services = await insist(() => browser.request("readServices"));
  return { portal, services, failures, calls: state.calls };
}

const countsOf = async ({ environment }: TestPortal) =>
  (await environment.store.find("rate_limits", { where: {} })).map(({ times }) => JSON.parse(times).length);

describe.each<Fault>(["refused", "unknown"])(
  "a store that fails once, its commit %s (ASVS 16.5.2)",
  (fault) => {
    it("costs one 503 at whichever call of the SMS method, and then nothing is lost or done twice", async () => {
      const { calls } = await travel(fault, 0);
      expect(calls).toBeGreaterThan(50);
      for (let failAt = 1; failAt <= calls; failAt += 1) {
        const { portal, services, failures } = await travel(fault, failAt);
        const { store } = portal.environment;
        expect.soft(failures, `call ${failAt}`).toBe(1);
        expect.soft(services.status, `call ${failAt}`).toBe(200);
        expect.soft(await portal.texts(), `texts after call ${failAt}`).toHaveLength(1);
        expect
          .soft(await store.find("accounts", { where: {} }), `call ${failAt}`)
          .toMatchObject([{ status: "active" }]);
        expect.soft(await store.find("account_children", { where: {} }), `call ${failAt}`).toHaveLength(2);
        expect.soft(await store.find("sms_codes", { where: {} }), `call ${failAt}`).toEqual([]);
        // What was counted and did not leave is given back, where that can be known.
        const most = fault === "refused" ? 1 : 2;
        for (const count of await countsOf(portal))
          expect.soft(count, `call ${failAt}`).toBeLessThanOrEqual(most);
        expect.soft(await store.find("audit", { where: { event: "smsCodeSubmitted" } })).toHaveLength(1);
      }
    });
  },
);

describe("an outage", () => {
  it("of half an hour takes no text from anybody", async () => {
    const inner = createMemoryStore();
    let isGone = false;
    const store: Store = {
      ...inner,
      async commit(changes) {
        if (isGone && changes.some(({ table }) => table === "flows")) throw new StoreUnavailableError("gone");
        return inner.commit(changes);
      },
    };
    const portal = await createTestPortal({ records: smsRecords, store });
    const browser = await decryptIdentity(portal);
    const request = { revision: 1, idempotencyKey: "0123456789abcdef" };
    isGone = true;
    for (let index = 0; index < 5; index += 1) {
      const failed = await browser.send({ type: "identitySubmitted", ...typedClaire }, request);
      expect(failed.status).toBe(503);
    }
    isGone = false;
    await browser.send({ type: "identitySubmitted", ...typedClaire }, request);
    expect(browser.view().step.name).toBe("smsCode");
    expect(await portal.texts()).toHaveLength(1);
    expect((await countsOf(portal)).filter((count) => count > 0)).toEqual([1, 1]);
  });
});

/** Reports of a vendor, which share nothing with the store: each call is kept by its key. */
function createVendorReports() {
  const calls: string[] = [];
  const seen = new Set<string>();
  const open = new Map<string, Report>();
  const once = (key: string, name: string, act: () => void) => {
    calls.push(`${name} ${key}`);
    if (!seen.has(key)) act();
    seen.add(key);
  };
  const reports: Reports = {
    async record(reported, key) {
      once(key, "record", () => {
        for (const report of reported) open.set(`${report.childId} ${report.kind}`, report);
      });
    },
    async withdraw(_personId, childIds, key) {
      once(key, "withdraw", () => {
        for (const childId of childIds) {
          open.delete(`${childId} refused`);
          open.delete(`${childId} unrecorded`);
        }
      });
    },
  };
  return { reports, calls, open };
}

describe("reports that can't share the transaction", () => {
  const oneRefused = [rightAnswers[0], { childId: "lucas", relation: "notGuardian" }] as const;

  it("are told under the request's key, again when the commit failed, and taken back under another", async () => {
    const inner = createMemoryStore();
    let isFailing = false;
    const store: Store = {
      ...inner,
      async commit(changes) {
        if (!isFailing || changes.every(({ table }) => table !== "flows")) return inner.commit(changes);
        isFailing = false;
        throw new StoreUnavailableError("gone");
      },
    };
    const vendor = createVendorReports();
    const portal = await createTestPortal({ records: smsRecords, store, reports: vendor.reports });
    const browser = await arriveBySms("children", portal);
    const request = { revision: browser.view().revision, idempotencyKey: "0123456789abcdef" };
    isFailing = true;
    const failed = await browser.send({ type: "childrenSubmitted", answers: oneRefused }, request);
    expect(failed.status).toBe(503);
    await browser.send({ type: "childrenSubmitted", answers: oneRefused }, request);
    expect(new Set(vendor.calls).size).toBe(1);
    expect(vendor.calls).toHaveLength(2);
    expect(vendor.calls[0]).toMatch(/^record \S+:0123456789abcdef$/);
    expect([...vendor.open.values()]).toEqual([
      {
        kind: "refused",
        personId: "claire",
        childId: "lucas",
        schoolId: "school-secondary",
        at: portal.clock.now(),
        isIdentitySure: true,
      },
    ]);
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(vendor.calls.at(-1)).toMatch(/^withdraw \S+:withdraw$/);
    expect([...vendor.open.keys()]).toEqual(["lucas refused"]);
    expect(await store.find("reports", { where: {} })).toEqual([]);
  });

  it("out of reach cost a 503, and the answer is taken afterwards", async () => {
    const vendor = createVendorReports();
    let isGone = true;
    const reports: Reports = {
      ...vendor.reports,
      record: (...call) =>
        isGone ? Promise.reject(new StoreUnavailableError("gone")) : vendor.reports.record(...call),
    };
    const portal = await createTestPortal({ records: smsRecords, reports });
    const browser = await arriveBySms("children", portal);
    const { revision } = browser.view();
    const failed = await browser.send({ type: "childrenSubmitted", answers: oneRefused });
    expect(problemOf(failed)).toMatchObject({ code: "server_unavailable", status: 503 });
    isGone = false;
    await browser.send({ type: "childrenSubmitted", answers: oneRefused }, { revision });
    expect(browser.view().step.name).toBe("password");
    expect(vendor.open.size).toBe(1);
  });
});
