import { describe, expect, it } from "vitest";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { dumpStore } from "./dump-store.ts";
import { arriveAt, rightAnswers } from "./guardian-journey.ts";
import { openIdentity } from "./sms-journey.ts";

async function openFlow() {
  const { portal, browser } = await arriveAt("email", await createTestPortal());
  const before = await dumpStore(portal.environment.store);
  return {
    browser,
    expectUnchanged: async () => expect(await dumpStore(portal.environment.store)).toBe(before),
  };
}

describe("a route to begin", () => {
  it.each([
    ["none", {}, "route"],
    ["the letter's", { route: "letter" }, "route"],
    ["FranceConnect's", { route: "franceConnect" }, "route"],
    ["one that every object inherits", { route: "constructor" }, "route"],
    ["a list", { route: ["sms"] }, "route"],
    ["one to replace by a text", { route: "sms", replace: "true" }, "replace"],
    ["one to replace by nothing", { route: "sms", replace: null }, "replace"],
  ])("is refused: %s", async (_name, body, field) => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.request("startFlow", body);
    expect(problemOf(response)).toMatchObject({ code: "request_invalid", status: 400, issues: [{ field }] });
    await expectUnchanged();
  });

  it("ASVS 3.5.1 is begun by the portal's own pages only", async () => {
    const { browser, expectUnchanged } = await openFlow();
    for (const origin of ["https://evil.example", "null", null]) {
      const from = { origin, fetchSite: "cross-site" } as const;
      const response = await browser.request("startFlow", { route: "sms", replace: true }, from);
      expect(problemOf(response).code).toBe("origin_refused");
    }
    await expectUnchanged();
  });
});

describe("an order of the SMS route", () => {
  it.each([
    ["a code before the names", { type: "mobileCodeSubmitted", code: "12345678" }],
    ["a text before the names", { type: "mobileCodeResendRequested" }],
    ["the children before the proof", { type: "childrenSubmitted", answers: rightAnswers }],
    ["a password before the proof", { type: "passwordSubmitted", password: "Brouette-Violette-42" }],
    ["going on from names not given", { type: "continueRequested" }],
    ["the services", { type: "servicesRequested" }],
  ] as const)("ASVS 2.3.1 is kept: %s", async (_name, event) => {
    const portal = await createTestPortal();
    const browser = await openIdentity(portal);
    const before = await dumpStore(portal.environment.store);
    const response = await browser.send(event);
    expect(problemOf(response)).toMatchObject({
      code: "event_not_accepted",
      flow: { step: { name: "identity" } },
    });
    expect(await dumpStore(portal.environment.store)).toBe(before);
  });
});
