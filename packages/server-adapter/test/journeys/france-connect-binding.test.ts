import { franceConnectLateFragment } from "@educonnect-activation/core";
import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, describe, expect, it } from "vitest";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  comeBack,
  connectAs,
  leaveFor,
  locationOf,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import type { TestBrowser } from "../portal/test-browser.ts";
import { dumpStore } from "./dump-store.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

const flowCookie = "__Host-educonnect-flow";
const late = `https://ent.example/${franceConnectLateFragment}`;

/** A browser that has left for FranceConnect, and the address it is about to come back to. */
async function leave(portal: Awaited<ReturnType<typeof openFranceConnectPortal>>, person = "claire") {
  const browser = portal.browser();
  const callback = await standIn.signIn(await leaveFor(browser), { person });
  return { browser, callback };
}

const children = async (browser: TestBrowser) => (await showStatus(browser))?.step.name === "children";

describe("a callback is bound to one browser, one flow and one use (ASVS 10.2.1, RFC 9700 4.7)", () => {
  it("replayed in the browser that used it, it changes nothing and shows what is", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser, callback } = await leave(portal);
    await comeBack(browser, callback);
    const before = await dumpStore(portal.environment.store);
    const again = await comeBack(browser, callback);
    expect(locationOf(again)).toBe("https://ent.example/");
    expect(again.cookies).toEqual([]);
    expect(await dumpStore(portal.environment.store)).toBe(before);
    expect(await children(browser)).toBe(true);
  });

  it("a second start in the same browser ends the first attempt, whose answer is refused", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    const first = await standIn.signIn(await leaveFor(browser), { person: "paul" });
    const second = await standIn.signIn(await leaveFor(browser), { person: "claire" });
    expect(locationOf(await comeBack(browser, first))).toBe(late);
    expect((await showStatus(browser))?.step.name).toBe("franceConnect");
    await comeBack(browser, second);
    expect(await children(browser)).toBe(true);
    const [flow] = await portal.environment.store.find("flows", { where: {} });
    expect(flow?.person_id).toBe("claire");
  });

  it("swapped between browsers it is refused in both, and the right one still works", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const victim = await leave(portal, "claire");
    const attacker = await leave(portal, "paul");
    expect(locationOf(await comeBack(victim.browser, attacker.callback))).toBe(late);
    expect(locationOf(await comeBack(attacker.browser, victim.callback))).toBe(late);
    expect(locationOf(await comeBack(portal.browser(), victim.callback))).toBe(late);
    expect(await portal.environment.store.find("sessions", { where: {} })).toEqual([]);
    await comeBack(victim.browser, victim.callback);
    expect(await children(victim.browser)).toBe(true);
  });

  it("with the state of its own flow and the code of another's it is refused", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const victim = await leave(portal, "claire");
    const attacker = await leave(portal, "paul");
    const url = new URL(attacker.callback);
    url.searchParams.set("code", new URL(victim.callback).searchParams.get("code") ?? "");
    await comeBack(attacker.browser, url.href);
    expect(await showStatus(attacker.browser)).toMatchObject({
      step: { name: "franceConnect" },
      issues: [{ code: "france_connect_refused" }],
    });
  });

  it("after the flow was given up, or replaced by a letter's, it is refused", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const one = await leave(portal);
    await showStatus(one.browser);
    await one.browser.send({ type: "abandonRequested" });
    expect(locationOf(await comeBack(one.browser, one.callback))).toBe(late);
    const other = await leave(portal);
    const letter = await portal.issue("claire");
    await other.browser.signIn(letter.identifier, letter.provisionalPassword);
    expect(locationOf(await comeBack(other.browser, other.callback))).toBe("https://ent.example/");
    expect((await showStatus(other.browser))?.step.name).toBe("email");
  });

  it("after its own time has passed it is refused, though the flow lasts", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser, callback } = await leave(portal);
    const { store, clock } = portal.environment;
    await store.commit([
      { type: "update", table: "authorizations", where: {}, set: { expires_at: clock.now() } },
    ]);
    expect(locationOf(await comeBack(browser, callback))).toBe(late);
    expect((await showStatus(browser))?.step.name).toBe("franceConnect");
  });

  it("the machine takes no such answer from a page", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser, callback } = await leave(portal);
    const view = await showStatus(browser);
    const event = { type: "franceConnectReturned", callback };
    const answer = await browser.request(
      "sendEvent",
      { revision: view?.revision, event },
      { idempotencyKey: "0123456789abcdef" },
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await comeBack(browser, callback);
    expect(await children(browser)).toBe(true);
  });

  it("of two at once one is exchanged, and the other finds nothing", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser, callback } = await leave(portal);
    const cookies = new Map(browser.cookies);
    const answers = await Promise.all([1, 2, 3].map(() => comeBack(browser, callback, { cookies })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers.filter((answer) => (answer.cookies ?? []).length > 0)).toHaveLength(1);
    const { store } = portal.environment;
    expect(await store.find("audit", { where: { event: "france_connect_returned" } })).toHaveLength(1);
    expect(await store.find("flows", { where: {} })).toHaveLength(1);
    expect(await children(browser)).toBe(true);
  });

  it("a flow cookie planted before the proof opens nothing after it", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const attacker = portal.browser();
    await leaveFor(attacker);
    const planted = attacker.cookies.get(flowCookie) ?? "";
    const victim = portal.browser();
    victim.cookies.set(flowCookie, planted);
    const location = await leaveFor(victim);
    expect(victim.cookies.get(flowCookie)).not.toBe(planted);
    const between = victim.cookies.get(flowCookie) ?? "";
    await comeBack(victim, await standIn.signIn(location, { person: "claire" }));
    expect(victim.cookies.get(flowCookie)).not.toBe(between);
    for (const old of [planted, between]) {
      attacker.cookies.set(flowCookie, old);
      expect((await attacker.request("readStatus")).body).toMatchObject({ flow: null, session: null });
    }
  });

  it("a planted cookie of a flow whose sign-in the attacker has finished leads the victim nowhere else", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const attacker = portal.browser();
    await connectAs(attacker, standIn, "paul");
    const victim = portal.browser();
    victim.cookies.set(flowCookie, attacker.cookies.get(flowCookie) ?? "");
    const answer = await victim.request("startFranceConnect", {});
    expect(answer.status).toBe(409);
    await connectAs(victim, standIn, "claire", { replace: true });
    expect(await children(victim)).toBe(true);
    expect(await children(attacker)).toBe(true);
    const rows = await portal.environment.store.find("flows", { where: {} });
    expect(rows.map(({ person_id }) => person_id).sort()).toEqual(["claire", "paul"]);
  });
});

describe("what is no answer changes nothing", () => {
  const garbage = [
    "",
    "?",
    "state",
    "state=",
    "code=x",
    "error=access_denied",
    "%",
    "state=%00%ff%fe",
    "state=__proto__&constructor=x",
    `state=${"s".repeat(200_000)}`,
    Array.from({ length: 5_000 }, (_, index) => `p${index}=x`).join("&"),
  ];

  it.each(garbage.map((query) => [query.slice(0, 40), query]))(
    "ASVS 2.2.1 the query %j",
    async (_name, query) => {
      const portal = await openFranceConnectPortal(standIn);
      const { browser, callback } = await leave(portal);
      const before = await dumpStore(portal.environment.store);
      const answer = await browser.request("franceConnectCallback", undefined, { query });
      expect(answer).toMatchObject({ status: 303, body: null, cookies: [] });
      expect(locationOf(answer)).toBe(late);
      expect(await dumpStore(portal.environment.store)).toBe(before);
      await comeBack(browser, callback);
      expect(await children(browser)).toBe(true);
    },
  );

  it("a state twice is no state, and anything else twice is refused", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser, callback } = await leave(portal);
    const state = new URL(callback).searchParams.get("state") ?? "";
    expect(locationOf(await comeBack(browser, `${callback}&state=${state}`))).toBe(late);
    await comeBack(browser, `${callback}&code=another`);
    expect(await showStatus(browser)).toMatchObject({ issues: [{ code: "france_connect_refused" }] });
  });

  it("ASVS 3.5.3 HEAD, or a prefetch that carries no cookie", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser, callback } = await leave(portal);
    const before = await dumpStore(portal.environment.store);
    const head = await comeBack(browser, callback, { method: "HEAD" });
    expect(head).toMatchObject({ status: 303, body: null, cookies: [] });
    await comeBack(browser, callback, { cookies: new Map() });
    expect(await dumpStore(portal.environment.store)).toBe(before);
    await comeBack(browser, callback);
    expect(await children(browser)).toBe(true);
  });

  it("POST is not the callback's method", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const answer = await portal.browser().request("franceConnectCallback", {}, { method: "POST" });
    expect(answer).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });
});
