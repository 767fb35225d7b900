import { describe, expect, it } from "vitest";
import { createTestPortal } from "../portal/index.ts";

const claire = {
  type: "identitySubmitted",
  givenName: "Claire",
  familyName: "Martin",
  phone: "+33 6 12 34 56 71",
} as const;
const children = [
  { childId: "emma", relation: "guardian", birthDate: "2015-03-12" },
  { childId: "lucas", relation: "guardian", birthDate: "2009-11-30" },
] as const;

describe("activating by SMS", () => {
  it("leads from names and a mobile to « Mes services »", async () => {
    const portal = await createTestPortal();
    const browser = portal.browser();
    await browser.request("startFlow", { method: "sms" });
    expect(browser.view().step).toEqual({ name: "identity" });
    await browser.send(claire);
    expect(browser.view().step).toMatchObject({ name: "smsCode", sending: { to: "+33 •• •• •• 71" } });
    await browser.send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() });
    expect(browser.view().step).toMatchObject({ name: "children" });
    await browser.send({ type: "childrenSubmitted", answers: children });
    expect(browser.view().step).toMatchObject({
      name: "password",
      identifier: expect.stringMatching(/^c\.martin\d\d$/),
    });
    await browser.send({ type: "passwordSubmitted", password: "Brouette-Violette-42" });
    expect(browser.view().step).toMatchObject({ name: "success" });
    expect((await browser.send({ type: "servicesRequested" })).status).toBe(200);
    expect((await browser.request("readServices")).status).toBe(200);
  });
});
