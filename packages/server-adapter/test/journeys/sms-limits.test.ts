import { describe, expect, it } from "vitest";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortalOptions } from "../portal/test-portal.ts";
import {
  arriveBySms,
  identify,
  decryptIdentity,
  otherCode,
  smsRecords,
  typedClaire,
  typedNobody,
  type TypedIdentity,
} from "./sms-journey.ts";

const minute = 60;
const hour = 60 * minute;

const open = (options: TestPortalOptions = {}) => createTestPortal({ records: smsRecords, ...options });
const submit = (code: string) => ({ type: "smsCodeSubmitted", code }) as const;
const resend = { type: "smsCodeResendRequested" } as const;
const submitted = (typed: TypedIdentity) => ({ type: "identitySubmitted", ...typed }) as const;

describe("ASVS 6.3.1 wrong codes", () => {
  it("lock after five: the sixth is refused even if it is right", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    const code = await portal.lastSmsCode();
    for (let left = 4; left > 0; left -= 1) {
      await browser.send(submit(otherCode(code)));
      expect(browser.view().issues).toMatchObject([{ code: "code_wrong", params: { triesLeft: left } }]);
    }
    await browser.send(submit(otherCode(code)));
    expect(browser.view().lockedUntil).toBe(portal.clock.now() + 15 * minute);
    const right = await browser.send(submit(code));
    expect(problemOf(right)).toMatchObject({
      code: "step_locked",
      status: 429,
      retryAfterSeconds: 15 * minute,
    });
    portal.clock.advance(15 * minute);
    await browser.send(submit(code));
    expect(browser.view().step.name).toBe("children");
  });

  it("count by number, across flows, browsers and names, for a number nobody has as well", async () => {
    for (const typed of [typedClaire, typedNobody]) {
      const portal = await open();
      for (let index = 0; index < 2; index += 1) {
        const browser = await identify(portal, typed);
        await browser.send(submit("00000000"));
        await browser.send(submit("00000000"));
      }
      const other = await identify(portal, { ...typed, givenName: "Somebody" });
      await other.send(submit("00000000"));
      expect(other.view().lockedUntil).toBe(portal.clock.now() + 15 * minute);
    }
  });

  it("lock twice as long each time, up to a day", async () => {
    const portal = await open({ rateLimits: { sms: { perNumberAnHour: 1_000, perNumberADay: 1_000 } } });
    const lengths = [];
    for (let round = 0; round < 8; round += 1) {
      const browser = await identify(portal, typedClaire);
      for (let index = 0; index < 5; index += 1) await browser.send(submit("00000000"));
      const { lockedUntil } = browser.view();
      const length = (lockedUntil ?? 0) - portal.clock.now();
      lengths.push(length / minute);
      portal.clock.advance(length);
    }
    expect(lengths).toEqual([15, 30, 60, 120, 240, 480, 960, 1440]);
  });

  it("are not forgotten by sending again, going back or beginning again", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    for (let index = 0; index < 2; index += 1) await browser.send(submit("00000000"));
    portal.clock.advance(minute);
    await browser.send(resend);
    for (let index = 0; index < 2; index += 1) await browser.send(submit("00000000"));
    await browser.send({ type: "backRequested" });
    await browser.send(submitted(typedClaire));
    await browser.send(submit("00000000"));
    expect(browser.view().lockedUntil).not.toBeNull();
    const again = await decryptIdentity(portal);
    await again.send({ type: "abandonRequested" });
    expect(browser.view().lockedUntil).not.toBeNull();
  });

  it("of a flow end it after ten, and another may begin", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 5; index += 1) await browser.send(submit("00000000"));
      portal.clock.advance(15 * minute);
    }
    expect(browser.view()).toMatchObject({ condition: "closed", contact: null });
    await browser.request("startFlow", { method: "sms" });
    expect(browser.view().step.name).toBe("identity");
  });

  it("are forgiven by the right one", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    for (let index = 0; index < 4; index += 1) await browser.send(submit("00000000"));
    await browser.send(submit(await portal.lastSmsCode()));
    expect(browser.view().step.name).toBe("children");
    expect(await portal.environment.store.find("attempts", { where: {} })).toEqual([]);
  });
});

describe("texts to one number", () => {
  it.each([typedClaire, typedNobody])("are 3 an hour and 5 a day, whoever's it is: %o", async (typed) => {
    const portal = await open();
    const sent = [];
    for (let index = 0; index < 26; index += 1) {
      const browser = await decryptIdentity(portal);
      const response = await browser.send(submitted(typed));
      sent.push(Number(response.status === 200));
      if (response.status !== 200) {
        expect(problemOf(response)).toMatchObject({
          code: "sends_exhausted",
          status: 429,
          flow: { revision: 1 },
        });
        expect(response.headers?.["retry-after"]).toMatch(/^\d+$/);
      }
      await portal.texts();
      portal.clock.advance(15 * minute);
    }
    expect(sent.join("")).toBe("11101100000000000000000000");
    portal.clock.advance(24 * hour - 26 * 15 * minute);
    expect((await (await decryptIdentity(portal)).send(submitted(typed))).status).toBe(200);
    expect(await portal.texts()).toHaveLength(typed === typedClaire ? 6 : 0);
  });

  it("are one a minute and five in a flow, whatever the numbers", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    const soon = await browser.send(resend);
    expect(problemOf(soon)).toMatchObject({ code: "resend_too_soon", retryAfterSeconds: minute });
    for (let index = 0; index < 4; index += 1) {
      await browser.send({ type: "backRequested" });
      await browser.send(submitted({ ...typedNobody, phone: `+3368234500${index}` }));
      expect(browser.view().issues).toEqual([]);
    }
    await browser.send({ type: "backRequested" });
    await browser.send(submitted(typedClaire));
    expect(browser.view().issues).toMatchObject([{ code: "sends_exhausted" }]);
    // The code of an earlier number must not prove this one.
    const late = await browser.send(submit(await portal.lastSmsCode()));
    expect(late.status).toBe(429);
    expect(await portal.texts()).toHaveLength(1);
  });

  it("used up by a stranger leave the letter open, and the flow under way", async () => {
    const portal = await open();
    const letter = await portal.issue("claire");
    const own = await arriveBySms("smsCode", portal);
    const code = await portal.lastSmsCode();
    for (let index = 0; index < 4; index += 1)
      await identify(portal, { ...typedClaire, familyName: "Guess" });
    await own.send(submit(code));
    expect(own.view().step.name).toBe("children");
    expect((await portal.browser().signIn(letter.identifier, letter.provisionalPassword)).status).toBe(200);
  });
});

describe("texts in all", () => {
  it("are broken off, logged once, and go on an hour later", async () => {
    const logged: unknown[] = [];
    const logger = { log: (...entry: unknown[]) => void logged.push(entry) };
    const portal = await open({ logger, rateLimits: { sms: { inAllAnHour: 10 } } });
    const ask = async (index: number) =>
      (await decryptIdentity(portal)).send(submitted({ ...typedNobody, phone: `+33682345${100 + index}` }));
    for (let index = 0; index < 10; index += 1) expect((await ask(index)).status).toBe(200);
    for (const index of [20, 21, 22]) {
      const broken = await ask(index);
      expect(problemOf(broken)).toMatchObject({
        code: "sms_unavailable",
        status: 503,
        flow: { revision: 1 },
      });
      expect(broken.headers?.["retry-after"]).toBe(String(hour));
    }
    expect(logged).toEqual([["error", "sms_breaker_open", { inAllAnHour: 10 }]]);
    portal.clock.advance(hour);
    expect((await ask(20)).status).toBe(200);
  });
});

describe("one address", () => {
  const schoolsAddress = { clientAddress: "203.0.113.7" };

  it("of a school lets thirty parents in at once", async () => {
    const portal = await open();
    const responses = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const browser = portal.browser();
        await browser.request("startFlow", { method: "sms" }, schoolsAddress);
        const typed = { ...typedNobody, phone: `+33682345${100 + index}` };
        return browser.send(submitted(typed), schoolsAddress);
      }),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
  });

  it("that begins too many activations is refused, and another is not", async () => {
    const portal = await open({ rateLimits: { activationsPerAddress: 6 } });
    const start = (clientAddress: string) =>
      portal.browser().request("startFlow", { method: "sms" }, { clientAddress });
    const browser = portal.browser();
    await browser.request("startFlow", { method: "sms" }, schoolsAddress);
    for (let index = 0; index < 3; index += 1) {
      expect((await browser.send(submitted(typedNobody), schoolsAddress)).status).toBe(200);
      await browser.send({ type: "backRequested" });
    }
    await start(schoolsAddress.clientAddress);
    await start(schoolsAddress.clientAddress);
    const refused = await start(schoolsAddress.clientAddress);
    expect(problemOf(refused)).toMatchObject({ code: "address_refused", status: 429 });
    expect(refused.headers?.["retry-after"]).toMatch(/^\d+$/);
    const looking = await browser.send(submitted(typedClaire), schoolsAddress);
    expect(problemOf(looking).code).toBe("address_refused");
    expect((await start("203.0.113.8")).status).toBe(200);
    portal.clock.advance(hour);
    expect((await start(schoolsAddress.clientAddress)).status).toBe(200);
  });
});

describe("a double click", () => {
  it("on the names is one text, and one count", async () => {
    const portal = await open();
    const browser = await decryptIdentity(portal);
    const { revision } = browser.view();
    const request = { revision, idempotencyKey: "0123456789abcdef", cookies: new Map(browser.cookies) };
    const responses = await Promise.all([0, 1, 2].map(() => browser.send(submitted(typedClaire), request)));
    expect(new Set(responses.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await portal.texts()).toHaveLength(1);
    const counts = await portal.environment.store.find("rate_limits", { where: {} });
    expect(counts.filter(({ times }) => times === `[${portal.clock.now()}]`)).toHaveLength(2);
    expect(counts.every(({ times }) => !times.includes(","))).toBe(true);
  });

  it("of two tabs that differ is one text, and one count", async () => {
    const portal = await open();
    const browser = await decryptIdentity(portal);
    const request = { revision: 1, cookies: new Map(browser.cookies) };
    const responses = await Promise.all([0, 1, 2].map(() => browser.send(submitted(typedClaire), request)));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await portal.texts()).toHaveLength(1);
    for (let index = 0; index < 2; index += 1) await identify(portal, typedClaire);
    expect(await portal.texts()).toHaveLength(3);
  });
});
