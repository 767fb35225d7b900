import { isDeepStrictEqual } from "node:util";
import { endpoints, type EndpointName } from "@educonnect-activation/core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { PlainResponse } from "../http/message.ts";
import {
  arriveAt,
  arriveAtBirthDate,
  rightAnswers,
  wrongAnswers,
} from "../testing/journeys/guardian-journey.ts";
import { createTestPortal } from "../testing/portal/test-portal.ts";
import type { TestBrowser } from "../testing/portal/test-browser.ts";
import { openApiDocument } from "./open-api.ts";
import {
  flowView,
  healthResponse,
  linkAnswerResponse,
  linkResponse,
  problem,
  servicesResponse,
  signInResponse,
  statusResponse,
} from "./response-schemas.ts";

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
      expect(body).toHaveProperty(["paths", path, method.toLowerCase(), "operationId"]);
    }
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
    check(linkResponse, await portal.browser().request("readLink", { token }));
    check(linkAnswerResponse, await portal.browser().request("answerLink", { token, answer: "confirm" }));
    await status(browser);
    check(flowView, await browser.send({ type: "servicesRequested" }));
    check(servicesResponse, await browser.request("readServices"));
    await status(browser);
    check(signInResponse, await portal.browser().signIn(letter.identifier, "Brouette-Violette-42"));
    check(statusResponse, await browser.request("signOut", {}));
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

  it("for a route, a method and an origin that are not", async () => {
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
