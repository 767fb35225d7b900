import { describe, expect, it } from "vitest";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { dumpStore } from "./dump-store.ts";
import { arriveAt, rightAnswers } from "./guardian-journey.ts";
import { decryptIdentity } from "./sms-journey.ts";

async function openFlow() {
  const { portal, browser } = await arriveAt("email", await createTestPortal());
  const before = await dumpStore(portal.environment.store);
  return {
    browser,
    expectUnchanged: async () => expect(await dumpStore(portal.environment.store)).toBe(before),
  };
}

describe("a method to begin", () => {
  it.each([
    ["none", {}, "method"],
    ["the letter's", { method: "letter" }, "method"],
    ["FranceConnect's", { method: "franceConnect" }, "method"],
    ["one that every object inherits", { method: "constructor" }, "method"],
    ["a list", { method: ["sms"] }, "method"],
    ["one to replace by a text", { method: "sms", replace: "true" }, "replace"],
    ["one to replace by nothing", { method: "sms", replace: null }, "replace"],
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
      const response = await browser.request("startFlow", { method: "sms", replace: true }, from);
      expect(problemOf(response).code).toBe("origin_refused");
    }
    await expectUnchanged();
  });
});

describe("an order of the SMS method", () => {
  it.each([
    ["a code before the names", { type: "smsCodeSubmitted", code: "12345678" }],
    ["a text before the names", { type: "smsCodeResendRequested" }],
    ["the children before the proof", { type: "childrenSubmitted", answers: rightAnswers }],
    ["a password before the proof", { type: "passwordSubmitted", password: "Brouette-Violette-42" }],
    ["going on from names not given", { type: "continueRequested" }],
    ["the services", { type: "servicesRequested" }],
  ] as const)("ASVS 2.3.1 is kept: %s", async (_name, event) => {
    const portal = await createTestPortal();
    const browser = await decryptIdentity(portal);
    const before = await dumpStore(portal.environment.store);
    const response = await browser.send(event);
    expect(problemOf(response)).toMatchObject({
      code: "event_not_accepted",
      flow: { step: { name: "identity" } },
    });
    expect(await dumpStore(portal.environment.store)).toBe(before);
  });
});
