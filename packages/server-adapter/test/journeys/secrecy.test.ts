import { describe, expect, it } from "vitest";
import { endpoints, type EndpointName } from "../../src/endpoints/endpoints.ts";
import { familyDirectory } from "../portal/family.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { dumpStore } from "./dump-store.ts";
import { arriveAt, chosenPassword, rightAnswers, typedEmail, wrongAnswers } from "./guardian-journey.ts";

/** Claire and Lucas with contacts, everything of theirs that must not be found anywhere in clear. */
const records = {
  ...familyDirectory,
  people: familyDirectory.people.map((person) =>
    person.id === "claire"
      ? { ...person, mobile: "+33698765432", email: "school-knows@example.org" }
      : person,
  ),
};

/** A whole journey with errors, replays and a second device, noting each secret on the way. */
async function travel() {
  const logged: string[] = [];
  const portal = await createTestPortal({
    records,
    logger: { log: (...entry) => logged.push(JSON.stringify(entry)) },
  });
  const cookies: string[] = [];
  const { browser, letter } = await arriveAt("children", portal);
  const note = () => cookies.push(...browser.cookies.values());
  note();
  await portal.browser().signIn(letter.identifier, "Canary-Wrong-Password-1");
  await portal.browser().signIn("canary.identifier42", "x");
  await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
  await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
  note();
  const { token, code } = await portal.lastConfirmation();
  await browser.send({ type: "emailCodeSubmitted", code: "01010101" });
  await portal.browser().request("readConfirmationLink", { token });
  await portal.browser().request("readConfirmationLink", { token: "canary-token-never-sent" });
  await browser.send({ type: "emailCodeSubmitted", code });
  note();
  await browser.send({ type: "servicesRequested" });
  note();
  await browser.request("readServices");
  await browser.request("signOut", { canary: "Canary-Unknown-Field" });
  const second = portal.browser();
  await second.signIn(letter.identifier, chosenPassword);
  cookies.push(...second.cookies.values());
  const secrets = [
    ...cookies,
    token,
    code,
    letter.provisionalPassword,
    chosenPassword,
    typedEmail,
    "Canary",
    "canary",
    "01010101",
    "+33698765432",
    "698765432",
    "school-knows@example.org",
    "2015-03-12",
    "2009-11-30",
    "2009-12-01",
  ];
  return { portal, logged, letter, secrets };
}

describe("after a whole journey", () => {
  it("ASVS 11.3.2, 14.2.2 the store holds no contact, date, code, token, cookie or password in clear", async () => {
    const { portal, secrets } = await travel();
    const text = await dumpStore(portal.environment.store);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it("ASVS 16.2.5 logs and audit hold no name, identifier, contact, date, code, token, cookie or password", async () => {
    const { portal, logged, letter, secrets } = await travel();
    const audit = await portal.environment.store.find("audit", { where: {} });
    expect(audit.length).toBeGreaterThan(8);
    const text = [...logged, JSON.stringify(audit)].join("\n");
    for (const secret of [...secrets, letter.identifier, "Martin", "Emma", "Simone Veil"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("nothing is left to be found of an error but its name", async () => {
    const logged: string[] = [];
    const portal = await createTestPortal({
      logger: {
        log: (level, event, { requestId: _id, ...fields } = {}) =>
          logged.push(JSON.stringify([level, event, fields])),
      },
      services: { pageFor: () => Promise.reject(new TypeError("Canary claire@example.org")) },
    });
    const { browser } = await arriveAt("success", portal);
    await browser.send({ type: "servicesRequested" });
    const response = await browser.request("readServices");
    expect(response.status).toBe(500);
    expect(JSON.stringify(response)).not.toContain("Canary");
    expect(logged).toEqual([
      JSON.stringify(["error", "request_failed", { path: "/services", error: "TypeError" }]),
    ]);
  });
});

describe("reading", () => {
  const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);
  const reads = Object.keys(endpoints)
    .filter(isEndpointName)
    .filter((name) => endpoints[name].method === "GET");

  it.each(reads.flatMap((name) => [[name, "GET"] as const, [name, "HEAD"] as const]))(
    "ASVS 3.5.3 %s by %s changes nothing, with and without cookies",
    async (name, method) => {
      const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
      const before = await dumpStore(portal.environment.store);
      await browser.request(name, undefined, { method });
      await portal.browser().request(name, undefined, { method });
      expect(await dumpStore(portal.environment.store)).toBe(before);
    },
  );

  it("a link that a mail scanner follows or asks about changes nothing, however often", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token, code } = await portal.lastConfirmation();
    const before = await dumpStore(portal.environment.store);
    for (let index = 0; index < 5; index += 1)
      await portal.browser().request("readConfirmationLink", { token });
    expect(await dumpStore(portal.environment.store)).toBe(before);
    await browser.send({ type: "emailCodeSubmitted", code });
    expect(browser.view().step.name).toBe("success");
  });

  it("a status shows nothing of anybody without the cookie of a flow or a session", async () => {
    const { portal } = await arriveAt("children", await createTestPortal());
    const response = await portal.browser().request("readStatus");
    expect(response.body).toMatchObject({ flow: null, session: null });
  });
});
