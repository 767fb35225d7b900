import { isDeepStrictEqual } from "node:util";
import type { ProblemCode } from "@educonnect-activation/core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { PlainResponse } from "../http/message.ts";
import {
  problemCodes,
  problemResponse,
  problems,
  problemsWithRetryAfter,
  type ProblemDetails,
} from "../http/problem.ts";
import {
  arriveAt,
  arriveAtBirthDate,
  rightAnswers,
  wrongAnswers,
} from "../../test/journeys/guardian-journey.ts";
import { checkDocumented } from "../../test/portal/check-documented.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import type { TestBrowser } from "../../test/portal/test-browser.ts";
import { problemsOf } from "./define-endpoint.ts";
import { endpoints, openApiDocument, type EndpointName } from "./endpoints.ts";
import { problem } from "./openapi/api-schemas.ts";
import { documentPath } from "./openapi/write-document.ts";
import { flowView } from "./schemas/flow-view.ts";

/** The schema of what an endpoint answers. */
function responseOf(name: EndpointName): z.ZodType {
  const { response } = endpoints[name];
  if (typeof response === "string") throw new TypeError(`${name} answers no JSON.`);
  return response;
}

const statusResponse = responseOf("readStatus");
const signInResponse = responseOf("signIn");
const signOutResponse = responseOf("signOut");
const servicesResponse = responseOf("readServices");
const confirmationLinkResponse = responseOf("readConfirmationLink");
const confirmationLinkAnswerResponse = responseOf("answerConfirmationLink");
const healthResponse = responseOf("health");

/** Notes where answers say anything else than the document, be it only more. */
function createCheck() {
  const differences: unknown[] = [];
  return {
    differences,
    check(schema: z.ZodType, { body }: PlainResponse): void {
      const parsed = schema.safeParse(body);
      if (!parsed.success) differences.push(parsed.error.issues);
      // Members that the schema does not name are dropped by parsing.
      else if (!isDeepStrictEqual(parsed.data, body)) differences.push(body);
    },
  };
}

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const document = openApiDocument("https://ent.example/educonnect");
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result).toMatchObject({ valid: true });
  });

  it("is served, describes every endpoint, and names no server but the configured one", async () => {
    const portal = await createTestPortal();
    const { body } = await portal.browser().request("openApi");
    expect(body).toEqual(openApiDocument("https://ent.example/educonnect"));
    for (const { method, path } of Object.values(endpoints)) {
      expect(body).toHaveProperty(["paths", documentPath(path), method.toLowerCase(), "operationId"]);
    }
  });
});

/** Whatever stands at a path of names in a document. */
function at(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined,
    document,
  );
}

const pathOf = (reference: string) => reference.replace(/^#\//, "").split("/");

/** Every object in a document, itself included. */
function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const member of Object.values(value)) yield* objectsIn(member);
}

/** Follows a reference, if there is one. */
function resolve(document: object, value: unknown): unknown {
  const reference = at(value, ["$ref"]);
  return typeof reference === "string" ? at(document, pathOf(reference)) : value;
}

describe("the OpenAPI document is enough to write another back end from", () => {
  const document = openApiDocument("https://ent.example/educonnect");
  const text = JSON.stringify(document);
  const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);
  const names = Object.keys(endpoints).filter(isEndpointName);
  const operationOf = (name: EndpointName) =>
    at(document, ["paths", documentPath(endpoints[name].path), endpoints[name].method.toLowerCase()]);

  it("stays short, for it names each schema once", () => {
    expect(new TextEncoder().encode(text).length).toBeLessThan(3_200 * names.length);
    for (const noise of ["$schema", "$id", "9007199254740991"]) expect(text).not.toContain(noise);
  });

  it("resolves every reference and uses every shared part", () => {
    const references = [...objectsIn(document)].flatMap((part) =>
      "$ref" in part && typeof part.$ref === "string" ? [part.$ref] : [],
    );
    expect(references.filter((reference) => at(document, pathOf(reference)) === undefined)).toEqual([]);
    for (const kind of ["schemas", "responses", "parameters", "headers"]) {
      for (const name of Object.keys(at(document, ["components", kind]) ?? {})) {
        expect(references).toContain(`#/components/${kind}/${name}`);
      }
    }
  });

  it.each(names)("describes every problem of %s under its status", (name) => {
    for (const code of problemsOf(endpoints[name])) {
      const [status] = problems[code];
      const response = resolve(document, at(operationOf(name), ["responses", String(status)]));
      const codes = at(response, [
        "content",
        "application/problem+json",
        "schema",
        "properties",
        "code",
        "enum",
      ]);
      expect(codes).toContain(code);
      expect(at(response, ["description"])).toContain(code);
      const canWait = problemsWithRetryAfter.includes(code);
      if (canWait) expect(response).toHaveProperty(["headers", "Retry-After"]);
    }
  });

  it("places every problem but the wrong method's, which is no operation's", () => {
    const placed = new Set(Object.values(endpoints).flatMap(problemsOf));
    expect(problemCodes.filter((code) => !placed.has(code))).toEqual(["method_not_allowed"]);
  });

  it("says which cookies open what, by the names they have there", () => {
    expect(operationOf("sendEvent")).toMatchObject({ security: [{ flowCookie: [] }] });
    expect(operationOf("readServices")).toMatchObject({ security: [{ sessionCookie: [] }] });
    expect(operationOf("readStatus")).toMatchObject({
      security: [{}, { flowCookie: [] }, { sessionCookie: [] }],
    });
    expect(at(document, ["components", "securitySchemes", "flowCookie", "name"])).toBe(
      "__Host-educonnect-flow",
    );
    const plain = openApiDocument("http://localhost:8080/educonnect");
    expect(at(plain, ["components", "securitySchemes", "flowCookie", "name"])).toBe("educonnect-flow");
    const answer = ["responses", "200", "headers", "Set-Cookie"];
    for (const name of ["signIn", "signOut", "sendEvent"] as const) {
      expect(at(operationOf(name), answer)).toBeDefined();
    }
    expect(at(operationOf("readStatus"), ["responses", "409", "headers", "Set-Cookie"])).toBeDefined();
  });

  it("lets answers gain members, and requests none", () => {
    expect(at(document, ["components", "schemas", "FlowView"])).not.toHaveProperty("additionalProperties");
    expect(at(document, ["components", "schemas", "SignInRequest"])).toHaveProperty(
      "additionalProperties",
      false,
    );
  });
});

describe("the test browser", () => {
  it("refuses an answer that the document does not describe", () => {
    const request = { method: "GET", path: "/health" };
    const cookies = [{ name: "educonnect-flow", value: "x", maxAgeSeconds: 1 }];
    const refusal = (code: ProblemCode, details?: ProblemDetails) => () =>
      checkDocumented(request, problemResponse(code, details));
    expect(refusal("server_unavailable", { retryAfterSeconds: 2 })).not.toThrow();
    expect(refusal("flow_missing")).toThrow("health does not document flow_missing");
    expect(refusal("server_error", { retryAfterSeconds: 2 })).toThrow("retry-after of server_error");
    expect(refusal("server_error", { cookies })).toThrow("set-cookie of server_error");
    expect(() => checkDocumented(request, { status: 200, body: null, cookies })).toThrow("set-cookie");
    const told = (code: string) => () =>
      checkDocumented(request, { status: 200, body: { flow: { issues: [{ code }] } } });
    expect(told("code_wrong")).not.toThrow();
    expect(told("code_odd")).toThrow("the issue code_odd");
  });
});

describe("each answer is what the document says", () => {
  it("along a guardian's whole way", async () => {
    const { check, differences } = createCheck();
    const { portal, browser, letter } = await arriveAt("email", await createTestPortal());
    const status = async (reader: TestBrowser) => check(statusResponse, await reader.request("readStatus"));
    await status(browser);
    check(flowView, await browser.send({ type: "emailSubmitted", email: "no address" }));
    check(flowView, await browser.send({ type: "emailSubmitted", email: "claire@example.org" }));
    check(flowView, await browser.send({ type: "passwordSubmitted", password: "short" }));
    check(flowView, await browser.send({ type: "passwordSubmitted", password: "Brouette-Violette-42" }));
    await status(browser);
    check(flowView, await browser.send({ type: "childrenSubmitted", answers: [] }));
    check(flowView, await browser.send({ type: "childrenSubmitted", answers: wrongAnswers }));
    check(flowView, await browser.send({ type: "childrenSubmitted", answers: rightAnswers }));
    await status(browser);
    const { token } = await portal.lastConfirmation();
    check(confirmationLinkResponse, await portal.browser().request("readConfirmationLink", { token }));
    check(
      confirmationLinkAnswerResponse,
      await portal.browser().request("answerConfirmationLink", { token, answer: "confirm" }),
    );
    await status(browser);
    check(flowView, await browser.send({ type: "servicesRequested" }));
    check(servicesResponse, await browser.request("readServices"));
    await status(browser);
    check(signInResponse, await portal.browser().signIn(letter.identifier, "Brouette-Violette-42"));
    check(signOutResponse, await browser.request("signOut", {}));
    check(healthResponse, await browser.request("health"));
    expect(differences).toEqual([]);
  });

  it("on the ways that end early", async () => {
    const { check, differences } = createCheck();
    const { portal, browser, letter } = await arriveAt("children", await createTestPortal());
    const refusals = rightAnswers.map(({ childId }) => ({ childId, relation: "notGuardian" as const }));
    check(flowView, await browser.send({ type: "childrenSubmitted", answers: refusals }));
    check(flowView, await browser.send({ type: "backRequested" }));
    for (let index = 0; index < 4; index += 1) {
      const response = await browser.send({ type: "childrenSubmitted", answers: wrongAnswers });
      check(response.status === 200 ? flowView : problem, response);
    }
    check(problem, await browser.send({ type: "emailSkipped" }));
    check(problem, await browser.send({ type: "abandonRequested" }, { revision: 0 }));
    check(flowView, await browser.send({ type: "abandonRequested" }));
    check(problem, await portal.browser().signIn(letter.identifier, "wrong"));
    check(problem, await portal.browser().request("signIn", { identifier: 1, more: true }));
    check(problem, await portal.browser().request("readServices"));
    const pupil = (await arriveAtBirthDate(portal)).browser;
    check(flowView, await pupil.send({ type: "birthDateSubmitted", birthDate: "2009-11-31" }));
    check(flowView, await pupil.send({ type: "birthDateSubmitted", birthDate: "2009-11-30" }));
    expect(differences).toEqual([]);
  });

  it("for a method, a method and an origin that are not", async () => {
    const { check, differences } = createCheck();
    const browser = (await createTestPortal()).browser();
    const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);
    for (const name of Object.keys(endpoints).filter(isEndpointName)) {
      check(problem, await browser.request(name, undefined, { path: `${endpoints[name].path}/` }));
      const wrong = await browser.request(name, undefined, { method: "DELETE" });
      check(problem, wrong);
      expect(wrong.headers?.["allow"]).toContain(endpoints[name].method);
      if (endpoints[name].method === "POST") {
        check(problem, await browser.request(name, {}, { origin: "null" }));
      }
    }
    expect(differences).toEqual([]);
  });
});
