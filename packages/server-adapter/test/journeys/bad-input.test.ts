import { describe, expect, it } from "vitest";
import type { EndpointName } from "../../src/endpoints/endpoints.ts";
import { createToken } from "../../src/security/tokens.ts";
import { webRandom } from "../../src/ports/random.ts";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { dumpStore } from "./dump-store.ts";
import { arriveAt, rightAnswers } from "./guardian-journey.ts";
import { typedClaire } from "./sms-journey.ts";

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
  { field: "token", endpoint: "readConfirmationLink", limit: 200, body: (token) => ({ token }) },
  {
    field: "token",
    endpoint: "answerConfirmationLink",
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
    field: "event.code",
    endpoint: "sendEvent",
    limit: 64,
    body: (code) => ({ revision: 1, event: { type: "smsCodeSubmitted", code } }),
  },
  ...(["givenName", "familyName", "phone"] as const).map((name) => ({
    field: `event.${name}`,
    endpoint: "sendEvent" as const,
    limit: 200,
    body: (value: unknown) => ({
      revision: 1,
      event: {
        type: "identitySubmitted",
        givenName: "Claire",
        familyName: "Martin",
        phone: "06",
        [name]: value,
      },
    }),
  })),
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
  const before = await dumpStore(portal.environment.store);
  return {
    browser,
    expectUnchanged: async () => expect(await dumpStore(portal.environment.store)).toBe(before),
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
    ["answerConfirmationLink", { token: "x", answer: "confirm", flowId: "x" }, "flowId"],
    ["startFlow", { method: "sms", personId: "claire" }, "personId"],
    ["startFlow", { method: "sms", returnUrl: "https://evil.example/" }, "returnUrl"],
    [
      "sendEvent",
      {
        revision: 1,
        event: { type: "identitySubmitted", givenName: "a", familyName: "b", phone: "06", subject: "claire" },
      },
      "event.subject",
    ],
    ["sendEvent", { revision: 1, event: { type: "smsCodeResendRequested", to: "+33612345671" } }, "event.to"],
    ["signOut", { all: true }, "all"],
  ] as const)("is refused by %s: %o", async (endpoint, body, field) => {
    const { browser, expectUnchanged } = await openFlow();
    const response = await browser.request(endpoint, body, keyed());
    expect(problemOf(response).issues).toContainEqual({ code: "field_unknown", field });
    await expectUnchanged();
  });

  it.each([
    "franceConnectMatched",
    "childrenMatched",
    "birthDateMatched",
    "passwordAccepted",
    "emailCodeMatched",
    "emailConfirmed",
    "emailDisowned",
    "budgetSpent",
    "guardianMatched",
    "guardianUnmatched",
    "guardianIncomplete",
    "smsCodeMatched",
    "smsCodeMismatched",
    "smsCodeExpired",
    "franceConnectMatched",
    "franceConnectReturned",
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

describe("requests out of order", () => {
  it.each([
    ["the children before the password", { type: "childrenSubmitted", answers: rightAnswers }],
    ["a code before an address", { type: "emailCodeSubmitted", code: "12345678" }],
    ["names where a letter proved who it is", { type: "identitySubmitted", ...typedClaire }],
    ["a code by text in a letter's flow", { type: "smsCodeSubmitted", code: "12345678" }],
    ["another text in a letter's flow", { type: "smsCodeResendRequested" }],
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
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
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
    const { portal } = await arriveAt("emailSent", await createTestPortal());
    const [mail] = await portal.mails();
    const links = mail?.text.match(/https?:\/\/\S+/g) ?? [];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(new URL(link).origin).toBe("https://ent.example");
  });
});
