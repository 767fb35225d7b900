import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EndpointName } from "../../src/endpoints/endpoints.ts";
import { webRandom } from "../../src/ports/random.ts";
import { createToken } from "../../src/security/tokens.ts";
import { problemOf, type TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { arriveAt, arriveAtBirthDate } from "./guardian-journey.ts";
import { arriveBySms, decryptIdentity, smsRecords, typedClaire } from "./sms-journey.ts";

const keyed = () => ({ idempotencyKey: createToken(webRandom) });

describe("text of every sort", () => {
  /** Anything JSON can carry, what people paste included. */
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "",
      " ",
      "\u202e",
      "İ",
      "ﬀ",
      "a\u0301",
      "\u00ad",
      "１２３",
      "٣",
      "'; drop table flows;--",
      "${x}",
      "\r\nBcc: x",
    ),
  );

  async function expectTyped(browser: TestBrowser, endpoint: EndpointName, body: object) {
    const response = await browser.request(endpoint, body, keyed());
    expect(response.status, JSON.stringify(body)).toBeLessThan(500);
    if (response.status >= 400) expect(problemOf(response).code).toMatch(/^[a-z_]+$/);
    return response.status;
  }

  it("signs nobody in and breaks nothing", async () => {
    const browser = (await createTestPortal()).browser();
    await fc.assert(
      fc.asyncProperty(text, text, async (identifier, password) => {
        await expectTyped(browser, "signIn", { identifier, password });
      }),
      { numRuns: 60 },
    );
    expect(browser.cookies.size).toBe(0);
  });

  it("is no link", async () => {
    const browser = (await createTestPortal()).browser();
    await fc.assert(
      fc.asyncProperty(text, async (token) => {
        await expectTyped(browser, "readConfirmationLink", { token });
      }),
      { numRuns: 60 },
    );
  });

  it("is an address, or an issue at its field", async () => {
    const { browser } = await arriveAt("email", await createTestPortal());
    await fc.assert(
      fc.asyncProperty(text, async (email) => {
        await expectTyped(browser, "sendEvent", {
          revision: browser.view().revision,
          event: { type: "emailSubmitted", email },
        });
        if (browser.view().step.name === "password") await browser.send({ type: "backRequested" });
      }),
      { numRuns: 60 },
    );
  });

  it("is a password, or issues at its field, and the one accepted signs in again", async () => {
    const { portal, browser, letter } = await arriveAt("password", await createTestPortal());
    await fc.assert(
      fc.asyncProperty(text, async (password) => {
        const status = await expectTyped(browser, "sendEvent", {
          revision: browser.view().revision,
          event: { type: "passwordSubmitted", password },
        });
        if (status === 400) return;
        if (browser.view().step.name === "password") {
          expect(browser.view().issues.map((issue) => issue.field)).toContain("password");
        } else {
          expect((await portal.browser().signIn(letter.identifier, password)).status).toBe(200);
          await browser.signIn(letter.identifier, password);
          await browser.send({ type: "backRequested" });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is no code", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    await fc.assert(
      fc.asyncProperty(text, async (code) => {
        await expectTyped(browser, "sendEvent", {
          revision: browser.view().revision,
          event: { type: "emailCodeSubmitted", code: code.slice(0, 60).toWellFormed() },
        });
        portal.clock.advance(3_600);
      }),
      { numRuns: 15 },
    );
    expect(["emailSent", "closed"]).toContain(browser.view().step.name);
  });

  it("is a name or a number that nobody has, or an issue at its field", async () => {
    const portal = await createTestPortal({
      rateLimits: { sms: { perNumberAnHour: 1_000, perNumberADay: 1_000 } },
    });
    await fc.assert(
      fc.asyncProperty(text, text, text, fc.boolean(), async (givenName, familyName, typed, isNumber) => {
        const browser = await decryptIdentity(portal);
        const phone = isNumber ? typedClaire.phone : typed.slice(0, 200).toWellFormed();
        const status = await expectTyped(browser, "sendEvent", {
          revision: 1,
          event: { type: "identitySubmitted", givenName, familyName, phone },
        });
        if (status !== 200) return;
        const { step, issues } = browser.view();
        if (step.name === "identity") expect(issues.length).toBeGreaterThan(0);
        else expect(JSON.stringify(step)).not.toMatch(/Claire|claire/);
      }),
      { numRuns: 60 },
    );
    expect(await portal.texts()).toEqual([]);
  });

  it("is no code by text", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await arriveBySms("smsCode", portal);
    await fc.assert(
      fc.asyncProperty(text, async (code) => {
        await expectTyped(browser, "sendEvent", {
          revision: browser.view().revision,
          event: { type: "smsCodeSubmitted", code: code.slice(0, 60).toWellFormed() },
        });
      }),
      { numRuns: 15 },
    );
    expect(browser.view().step.name).toBe("smsCode");
  });

  it("is no date of a pupil", async () => {
    const { portal, browser } = await arriveAtBirthDate(await createTestPortal());
    for (const birthDate of ["2009-02-29", "0000-00-00", "9999-12-31", "2009-13-01", "2009-00-10"]) {
      await browser.send({ type: "birthDateSubmitted", birthDate });
      expect(browser.view().issues[0]?.field).toBe("birthDate");
    }
    const { store } = portal.environment;
    expect(await store.find("attempts", { where: { key: "birth-date:lucas" } })).toEqual([]);
  });
});
