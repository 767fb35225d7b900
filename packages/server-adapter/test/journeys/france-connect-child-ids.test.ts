import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, describe, expect, it } from "vitest";
import { webRandom } from "../../src/ports/random.ts";
import { createKeyRing, generateMasterKey, type MasterKey } from "../../src/security/keys.ts";
import { createVault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  asShown,
  connectAs,
  familyWith,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { createTestBrowser, type TestBrowser } from "../portal/test-browser.ts";
import type { TestPortal } from "../portal/test-portal.ts";
import { rightAnswers } from "./guardian-journey.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

async function connect(portal: TestPortal, person = "namesake") {
  const browser = portal.browser();
  await connectAs(browser, standIn, person);
  await showStatus(browser);
  return browser;
}

function idsOf(browser: TestBrowser): readonly string[] {
  const { step } = browser.view();
  return step.name === "children" ? step.children.map(({ id }) => id) : [];
}

const answersOf = (browser: TestBrowser) => asShown(browser, rightAnswers);

describe("decisions/0053 who may only bear a parent's name learns no child's id", () => {
  it("but ones of the flow, the same as long as it lasts, and others in another", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = await connect(portal);
    const ids = idsOf(browser);
    expect(new Set(ids).size).toBe(2);
    expect(JSON.stringify(browser.view())).not.toMatch(/emma|lucas/i);
    await showStatus(browser);
    expect(idsOf(browser)).toEqual(ids);
    const [first, second] = answersOf(browser);
    await browser.send({
      type: "childrenSubmitted",
      answers: [{ childId: ids[0] ?? "", relation: "notGuardian" }],
    });
    expect(browser.view().issues).toEqual([{ code: "child_unanswered", field: "relation", childId: ids[1] }]);
    expect(JSON.stringify((await browser.request("readStatus")).body)).not.toMatch(/emma|lucas/i);
    expect(idsOf(await connect(portal, "year-only"))).not.toEqual(ids);
    await browser.send({
      type: "childrenSubmitted",
      answers: [first, second].flatMap((answer) => answer ?? []),
    });
    expect(browser.view().step.name).toBe("password");
  });

  it("nor may the directory's be tried", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = await connect(portal);
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(browser.view().issues[0]).toEqual({ code: "children_changed" });
    expect(browser.view().step.name).toBe("children");
    const other = await connect(portal, "year-only");
    await other.send({ type: "childrenSubmitted", answers: answersOf(browser) });
    expect(other.view().issues[0]).toEqual({ code: "children_changed" });
  });

  it("while the parent proven by a birth date gets the directory's", async () => {
    const records = familyWith({ claire: { birthDate: "1980-05-12" } });
    expect(idsOf(await connect(await openFranceConnectPortal(standIn, { records }), "claire"))).toEqual([
      "emma",
      "lucas",
    ]);
  });

  it("and answers made before a rotation of the key count after it", async () => {
    const store = createMemoryStore();
    const [older, newer] = [generateMasterKey(webRandom, "older"), generateMasterKey(webRandom, "newer")];
    const vaultOf = (current: MasterKey, ...previous: MasterKey[]) =>
      createVault(createKeyRing({ current, previous }));
    const browser = await connect(await openFranceConnectPortal(standIn, { store, vault: vaultOf(older) }));
    const after = await openFranceConnectPortal(standIn, {
      store,
      vault: vaultOf(newer, older),
      records: { schools: [], people: [], guardianships: [] },
    });
    const moved = createTestBrowser(after.environment);
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    const { revision } = browser.view();
    await moved.send({ type: "childrenSubmitted", answers: answersOf(browser) }, { revision });
    expect(moved.view().step.name).toBe("password");
  });
});
