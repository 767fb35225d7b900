import type { EndpointName } from "@educonnect-activation/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Store } from "../../ports/store.ts";
import type { TableName } from "../../ports/tables.ts";
import { SCHEMA } from "../../stores/schema.ts";
import { createToken } from "../../security/tokens.ts";
import { webRandom } from "../../ports/random.ts";
import { problemOf, type TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { arriveAt, arriveAtBirthDate, rightAnswers } from "./guardian-journey.ts";

const tableNames = Object.keys(SCHEMA).filter((name): name is TableName => name in SCHEMA);

async function dump(store: Store): Promise<string> {
  return JSON.stringify(await Promise.all(tableNames.map((name) => store.find(name, { where: {} }))));
}

/** Each field that can be typed, with the most characters it may have. */
const fields: readonly {
  readonly field: string;
  readonly endpoint: EndpointName;
  readonly limit: number;
  readonly body: (value: unknown) => object;
}[] = [
  {
    field: "identifier",
    endpoint: "signIn",
    limit: 200,
    body: (identifier) => ({ identifier, password: "x" }),
  },
  {
    field: "password",
    endpoint: "signIn",
    limit: 1024,
    body: (password) => ({ identifier: "c.martin00", password }),
  },
  { field: "token", endpoint: "readLink", limit: 200, body: (token) => ({ token }) },
  {
    field: "token",
    endpoint: "answerLink",
    limit: 200,
    body: (token) => ({ token, answer: "confirm" }),
  },
  {
    field: "event.email",
    endpoint: "sendEvent",
    limit: 320,
    body: (email) => ({ revision: 1, event: { type: "emailSubmitted", email } }),
  },
  {
    field: "event.password",
    endpoint: "sendEvent",
    limit: 1024,
    body: (password) => ({ revision: 1, event: { type: "passwordSubmitted", password } }),
  },
  {
    field: "event.code",
    endpoint: "sendEvent",
    limit: 64,
    body: (code) => ({ revision: 1, event: { type: "emailCodeSubmitted", code } }),
  },
  {
    field: "event.birthDate",
    endpoint: "sendEvent",
    limit: 10,
    body: (birthDate) => ({ revision: 1, event: { type: "birthDateSubmitted", birthDate } }),
  },
  {
    field: "event.answers.0.childId",
    endpoint: "sendEvent",
    limit: 64,
    body: (childId) => ({
      revision: 1,
      event: { type: "childrenSubmitted", answers: [{ childId, relation: "notGuardian" }] },
    }),
  },
  {
    field: "event.answers.0.birthDate",
    endpoint: "sendEvent",
    limit: 10,
    body: (birthDate) => ({
      revision: 1,
      event: { type: "childrenSubmitted", answers: [{ childId: "emma", relation: "guardian", birthDate }] },
    }),
  },
];

async function openFlow() {
  const { portal, browser } = await arriveAt("email", await createTestPortal());
  const before = await dump(portal.environment.store);
  return {
    browser,
    expectUnchanged: async () => expect(await dump(portal.environment.store)).toBe(before),
  };
}

const keyed = () => ({ idempotencyKey: createToken(webRandom) });

describe.each(fields)("ASVS 2.2.1 $endpoint: $field", ({ field, endpoint, limit, body }) => {
  it.each([
    ["a number", 42],
    ["a truth value", true],
    ["a list", ["x"]],
    ["an object", { toString: "x" }],
    ["too long a text", "a".repeat(limit + 1)],
  ])("refuses %s, names itself, and changes nothing", async (_name, value) => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.request(endpoint, body(value), keyed());
    expect(problemOf(response)).toMatchObject({ code: "request_invalid", status: 400 });
    expect(problemOf(response).issues?.map((issue) => issue.field)).toContain(field);
    await expectUnchanged();
  });

  it("refuses to be missing", async () => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.request(endpoint, body(undefined), keyed());
    expect(problemOf(response).issues).toContainEqual({ code: "field_missing", field });
    await expectUnchanged();
  });
});

describe("ASVS 15.3.3 a field that only the server sets", () => {
  it.each([
    ["signIn", { identifier: "c.martin00", password: "x", role: "admin" }, "role"],
    ["signIn", { identifier: "c.martin00", password: "x", personId: "claire" }, "personId"],
    ["sendEvent", { revision: 1, event: { type: "emailSkipped" }, flowId: "x" }, "flowId"],
    ["sendEvent", { revision: 1, event: { type: "emailSkipped", at: 0 } }, "event.at"],
    [
      "sendEvent",
      { revision: 1, event: { type: "emailSubmitted", email: "a@b.fr", generation: 9 } },
      "event.generation",
    ],
    ["answerLink", { token: "x", answer: "confirm", flowId: "x" }, "flowId"],
    ["signOut", { all: true }, "all"],
  ] as const)("is refused by %s: %o", async (endpoint, body, field) => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.request(endpoint, body, keyed());
    expect(problemOf(response).issues).toContainEqual({ code: "field_unknown", field });
    await expectUnchanged();
  });

  it.each([
    "credentialsMatched",
    "childrenMatched",
    "birthDateMatched",
    "passwordAccepted",
    "emailCodeMatched",
    "emailLinkConfirmed",
    "emailDisowned",
    "budgetSpent",
    "guardianMatched",
    "constructor",
    "__proto__",
    "",
  ])("is no event: %s", async (type) => {
    const { browser, expectUnchanged } = await openFlow();
    const event = {
      type,
      subject: "claire",
      confirmed: ["emma"],
      credential: "$x$",
      generation: 1,
      until: 0,
    };
    const response = await browser.request("sendEvent", { revision: 1, event }, keyed());
    expect(problemOf(response)).toMatchObject({ code: "request_invalid", issues: [{ field: "event.type" }] });
    await expectUnchanged();
  });
});

describe("a revision", () => {
  it.each([-1, 0.5, "1", null, 2 ** 53, 1e300])("is a whole number: %s", async (revision) => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.request(
      "sendEvent",
      { revision, event: { type: "abandonRequested" } },
      keyed(),
    );
    expect(problemOf(response).issues?.[0]?.field).toBe("revision");
    await expectUnchanged();
  });

  it.each([0, 2, 2 ** 53 - 1])("that is not the flow's gets the flow as it is: %s", async (revision) => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.request(
      "sendEvent",
      { revision, event: { type: "abandonRequested" } },
      keyed(),
    );
    expect(problemOf(response)).toMatchObject({ code: "revision_stale", status: 409, flow: { revision: 1 } });
    await expectUnchanged();
  });
});

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
        await expectTyped(browser, "readLink", { token });
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
    const { portal, browser } = await arriveAt("emailConfirmation", await createTestPortal());
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
    expect(["emailConfirmation", "closed"]).toContain(browser.view().step.name);
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

describe("requests out of order", () => {
  it.each([
    ["the children before the password", { type: "childrenSubmitted", answers: rightAnswers }],
    ["a code before an address", { type: "emailCodeSubmitted", code: "12345678" }],
    ["another mail before the first", { type: "emailResendRequested" }],
    ["the services before the activation", { type: "servicesRequested" }],
    ["a pupil's date from a guardian", { type: "birthDateSubmitted", birthDate: "2009-11-30" }],
    ["going on from a step not answered", { type: "continueRequested" }],
    ["skipping what is not optional", { type: "emailSkipped" }],
    ["going back across a proof", { type: "backRequested" }],
  ] as const)("ASVS 2.3.1 get the flow as it is: %s", async (_name, event) => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.send(event);
    expect(problemOf(response)).toMatchObject({
      code: "event_not_accepted",
      status: 409,
      flow: { step: { name: "email" } },
    });
    await expectUnchanged();
  });

  it("a mail asked for too soon says when the next may be, and the fifth is the last", async () => {
    const { portal, browser } = await arriveAt("emailConfirmation", await createTestPortal());
    const soon = await browser.send({ type: "emailResendRequested" });
    expect(problemOf(soon)).toMatchObject({ code: "resend_too_soon", status: 429, retryAfterSeconds: 60 });
    for (let index = 0; index < 4; index += 1) {
      portal.clock.advance(60);
      expect((await browser.send({ type: "emailResendRequested" })).status).toBe(200);
    }
    portal.clock.advance(60);
    const spent = await browser.send({ type: "emailResendRequested" });
    expect(problemOf(spent)).toMatchObject({ code: "sends_exhausted", status: 429 });
    expect(await portal.mails()).toHaveLength(5);
  });
});

describe("the Host header and its kin", () => {
  it("ASVS 14.1.3, 4.1.3 never reach a link", async () => {
    const { portal } = await arriveAt("emailConfirmation", await createTestPortal());
    const [mail] = await portal.mails();
    const links = mail?.text.match(/https?:\/\/\S+/g) ?? [];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(new URL(link).origin).toBe("https://ent.example");
  });
});
