import { createPlan, startFlow, transition } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { createProof } from "../../src/authentication/proof.ts";
import { createFlowToken, toRow } from "../../src/flows/flow.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword, rightAnswers } from "./guardian-journey.ts";
import { identify, smsRecords, typedClaire } from "./sms-journey.ts";

const otherPassword = "Girafe-Orange-2024";
const passwordFirst = createPlan({
  method: "sms",
  audience: "guardian",
  steps: ["identity", "smsCode", "password", "children"],
});

/** Two activations of Claire proved at the same instant, so that neither saw the other: by letter and by SMS, both at the password. */
async function proveAtOnce() {
  const portal = await createTestPortal({ records: smsRecords, methods: { plans: { sms: passwordFirst } } });
  const { store } = portal.environment;
  const bySms = await identify(portal, typedClaire);
  await bySms.send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() });
  const flows = await store.find("flows", { where: { person_id: "claire" } });
  await store.commit([{ type: "delete", table: "flows", where: { person_id: "claire" } }]);
  const { browser: byLetter, letter } = await arriveAt("password", portal);
  await store.commit(flows.map((row) => ({ type: "insert", table: "flows", row })));
  expect(await store.find("flows", { where: { person_id: "claire" } })).toHaveLength(2);
  return { portal, bySms, byLetter, letter };
}

/** A flow that FranceConnect has proved, of a plan that asks for no password. */
async function proveByFranceConnect({ environment, browser: open }: TestPortal) {
  const { clock, cookies, policy, store } = environment;
  const plan = createPlan({
    method: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "children"],
  });
  const at = clock.now();
  const { key, token } = await createFlowToken(environment);
  const matched = { type: "franceConnectMatched", subject: "claire", at } as const;
  const { state } = transition(startFlow(plan, at, policy), matched, policy);
  const proofs = [createProof("franceConnect", "claire", at)];
  const kept = { proofs, emailEncrypted: null, contactEncrypted: null, identityEncrypted: null };
  const row = toRow({ id: "by-france-connect", cookieKey: key, revision: 1, state, ...kept });
  await store.commit([{ type: "insert", table: "flows", row }]);
  const browser = open();
  browser.cookies.set(cookies.flow, token);
  await browser.request("readStatus");
  return browser;
}

describe("of two activations that did not see one another", () => {
  it("the one that chooses a password last goes on alone", async () => {
    const { bySms, byLetter, portal, letter } = await proveAtOnce();
    await byLetter.send({ type: "passwordSubmitted", password: chosenPassword });
    const left = await bySms.send({ type: "passwordSubmitted", password: otherPassword });
    expect(problemOf(left).code).toBe("flow_moved");
    expect(byLetter.view().step.name).toBe("children");
    expect((await portal.browser().signIn(letter.identifier, otherPassword)).status).toBe(401);
  });

  it("none changes the password of an account that is active already", async () => {
    const { bySms, portal } = await proveAtOnce();
    const { accounts } = portal.environment;
    const account = await accounts.findByPerson("claire");
    if (account === null) throw new TypeError("The letter opened no account.");
    const activated = { at: 1, children: [], email: null, emailStatus: "none" } as const;
    await accounts.apply(account, [{ type: "activate", ...activated }], "0123456789abcdef");
    const refused = await bySms.send({ type: "passwordSubmitted", password: otherPassword });
    expect(problemOf(refused)).toMatchObject({
      code: "event_not_accepted",
      flow: { step: { name: "password" } },
    });
    expect(await accounts.findByPerson("claire")).toMatchObject({ status: "active" });
    expect(await accounts.findCredentials(account.id)).toEqual([]);
  });
});

describe("a fresh start", () => {
  it("that overlaps with the proof in another tab ends nothing that was proved", async () => {
    const inner = createMemoryStore();
    let overtake: (() => Promise<unknown>) | null = null;
    const store: Store = {
      ...inner,
      async commit(changes) {
        const before = overtake;
        if (before !== null && changes.some(({ type, table }) => type === "insert" && table === "flows")) {
          overtake = null;
          await before();
        }
        return inner.commit(changes);
      },
    };
    const portal = await createTestPortal({ records: smsRecords, store });
    const browser = await identify(portal, typedClaire);
    const code = await portal.lastSmsCode();
    const otherTab = portal.browser();
    for (const [name, value] of browser.cookies) otherTab.cookies.set(name, value);
    overtake = () => browser.send({ type: "smsCodeSubmitted", code });
    await otherTab.request("startFlow", { method: "sms", replace: true });
    expect(otherTab.view().step.name).toBe("identity");
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(browser.view().step.name).toBe("password");
  });
});

describe("an activation that asks for no password", () => {
  it("keeps none that was chosen with a letter before", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const { browser: byLetter, letter } = await arriveAt("children", portal);
    const browser = await proveByFranceConnect(portal);
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(browser.view().step).toMatchObject({ name: "success", identifier: letter.identifier });
    const { accounts } = portal.environment;
    const account = await accounts.findByPerson("claire");
    expect(account).toMatchObject({ status: "active" });
    const credentials = await accounts.findCredentials(account?.id ?? "");
    expect(credentials).toEqual([]);
    expect((await portal.browser().signIn(letter.identifier, chosenPassword)).status).toBe(401);
    expect(problemOf(await byLetter.request("readStatus")).code).toBe("flow_moved");
  });
});
