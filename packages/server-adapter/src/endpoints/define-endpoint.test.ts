import { describe, expect, it } from "vitest";
import { z } from "zod";
import { arriveAt, chosenPassword } from "../../test/journeys/guardian-journey.ts";
import { problemOf } from "../../test/portal/test-browser.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import type { Environment } from "../environment.ts";
import { createHandle } from "../handle.ts";
import { toPlainRequest, type PlainRequest } from "../http/message.ts";
import { form, json, noBody, signedBytes } from "../http/read-body.ts";
import { defineEndpoint, problemsOf } from "./define-endpoint.ts";
import { freshSessionRequired, nothing, sessionRequired } from "./requirement.ts";

const described = { response: "nothing", summary: "A trial" } as const;
const note = z.strictObject({ text: z.string().min(1) });

const trials = {
  readNote: defineEndpoint({
    ...described,
    method: "GET",
    path: "/notes/:id",
    caller: "anybody",
    body: noBody,
    requires: nothing,
    params: z.object({ id: z.string().regex(/^[a-z0-9 é/]+$/) }),
    handle: (_context, { params }) => ({ status: 200, body: { id: params.id } }),
  }),
  readNewest: defineEndpoint({
    ...described,
    method: "GET",
    path: "/notes/newest",
    caller: "anybody",
    body: noBody,
    requires: nothing,
    handle: () => ({ status: 200, body: { id: "the newest" } }),
  }),
  keepNote: defineEndpoint({
    ...described,
    method: "POST",
    path: "/notes",
    caller: "ownPages",
    body: json(note),
    requires: sessionRequired,
    handle: (_context, { session, body }) => ({
      status: 200,
      body: { by: session.person.id, text: body.text },
    }),
  }),
  sendForm: defineEndpoint({
    ...described,
    method: "POST",
    path: "/forms",
    caller: "relyingParty",
    body: form(note),
    requires: nothing,
    handle: (_context, { body }) => ({ status: 200, body }),
  }),
  takeSigned: defineEndpoint({
    ...described,
    method: "POST",
    path: "/signed",
    caller: "gateway",
    body: signedBytes,
    requires: nothing,
    handle: (_context, { body }) => ({ status: 200, body: { length: body.length } }),
  }),
  changeContact: defineEndpoint({
    ...described,
    method: "POST",
    path: "/contact",
    caller: "ownPages",
    body: noBody,
    requires: freshSessionRequired(300),
    handle: () => ({ status: 204, body: null }),
  }),
};

const handle = createHandle(trials);

interface Sent {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: ReadonlyMap<string, string>;
}

function send(environment: Environment, method: string, path: string, sent: Sent = {}) {
  const { body, headers = {}, cookies = new Map<string, string>() } = sent;
  const request: PlainRequest = toPlainRequest(
    {
      method,
      target: `/educonnect${path}`,
      header: (name) => headers[name] ?? null,
      body: body === undefined ? null : new TextEncoder().encode(body),
      clientAddress: null,
    },
    "/educonnect",
  );
  return handle(environment, { ...request, cookies });
}

const own = { origin: "https://ent.example" };
const asJson = { ...own, "content-type": "application/json" };
const asForm = { "content-type": "application/x-www-form-urlencoded" };

describe("an endpoint's path", () => {
  it("hands on its parameters, decoded, and prefers a path without any", async () => {
    const { environment } = await createTestPortal();
    expect((await send(environment, "GET", "/notes/42")).body).toEqual({ id: "42" });
    expect((await send(environment, "GET", "/notes/caf%C3%A9%20a%2Fb")).body).toEqual({ id: "café a/b" });
    expect((await send(environment, "GET", "/notes/newest")).body).toEqual({ id: "the newest" });
  });

  it.each(["/notes/", "/notes/UPPER", "/notes/a/b", "/notes/%E0%A4%A", `/notes/${"a".repeat(201)}`, "/note"])(
    "is unknown where it does not fit: %s",
    async (path) => {
      const { environment } = await createTestPortal();
      const answer = await send(environment, "GET", path);
      expect([answer.status, problemOf(answer).code]).toEqual([404, "endpoint_unknown"]);
    },
  );

  it("answers HEAD as GET, and tells which methods it takes", async () => {
    const { environment } = await createTestPortal();
    expect((await send(environment, "HEAD", "/notes/42")).status).toBe(200);
    const answer = await send(environment, "DELETE", "/notes/42");
    expect([answer.status, answer.headers?.["allow"]]).toEqual([405, "GET, HEAD"]);
  });

  it("is refused when another stands there, or when its parameters have no shapes", () => {
    const { readNote, readNewest } = trials;
    expect(() => createHandle({ readNote, again: { ...readNote, path: "/notes/:other" } })).toThrow(
      TypeError,
    );
    expect(() => createHandle({ readNewest: { ...readNewest, path: "/notes/:id" } })).toThrow(TypeError);
  });
});

describe("an endpoint's caller", () => {
  it("ASVS 3.5.1 is known by its origin where it is a page, and only there", async () => {
    const { environment } = await createTestPortal();
    const evil = { ...asJson, origin: "https://evil.example" };
    const page = await send(environment, "POST", "/notes", { body: '{"text":"a"}', headers: evil });
    expect(problemOf(page).code).toBe("origin_refused");
    const gateway = await send(environment, "POST", "/signed", { body: "abc", headers: evil });
    expect(gateway.body).toEqual({ length: 3 });
  });

  it("ASVS 3.5.1 can't be anybody where a cookie counts", () => {
    for (const caller of ["gateway", "relyingParty", "anybody"] as const) {
      expect(() =>
        defineEndpoint({
          ...described,
          method: "POST",
          path: "/notes",
          caller,
          body: noBody,
          requires: sessionRequired,
          handle: () => ({ status: 204, body: null }),
        }),
      ).toThrow("only own pages may call it");
    }
  });
});

describe("an endpoint's body", () => {
  it("is a form where the endpoint says so, and is checked by its schema", async () => {
    const { environment } = await createTestPortal();
    const sendForm = (body: string) => send(environment, "POST", "/forms", { body, headers: asForm });
    expect((await sendForm("text=un+caf%C3%A9")).body).toEqual({ text: "un café" });
    expect(problemOf(await sendForm("text=a&more=b")).issues).toEqual([
      { code: "field_unknown", field: "more" },
    ]);
    const wrongType = await send(environment, "POST", "/forms", { body: "text=a", headers: asJson });
    expect(problemOf(wrongType).code).toBe("content_type_unsupported");
  });

  it("is refused where there is to be none", async () => {
    const { environment } = await createTestPortal();
    const answer = await send(environment, "POST", "/contact", { body: "a", headers: own });
    expect(problemOf(answer).code).toBe("request_malformed");
  });
});

describe("an endpoint's requirement", () => {
  async function signIn() {
    const { portal, letter } = await arriveAt("success", await createTestPortal());
    const browser = portal.browser();
    await browser.signIn(letter.identifier, chosenPassword);
    return { portal, cookies: browser.cookies };
  }

  it("hands on who is signed in, and refuses everybody else", async () => {
    const { portal, cookies } = await signIn();
    const sent = { body: '{"text":"a"}', headers: asJson };
    const answer = await send(portal.environment, "POST", "/notes", { ...sent, cookies });
    expect(answer.body).toEqual({ by: "claire", text: "a" });
    expect(problemOf(await send(portal.environment, "POST", "/notes", sent)).code).toBe("session_missing");
  });

  it("ASVS 7.5.3 asks for a recent proof, however long the session still lasts", async () => {
    const { portal, cookies } = await signIn();
    const change = () => send(portal.environment, "POST", "/contact", { headers: own, cookies });
    portal.clock.advance(299);
    expect((await change()).status).toBe(204);
    portal.clock.advance(1);
    expect(problemOf(await change()).code).toBe("session_missing");
  });
});

it("lists the problems that its description leads to, each once", () => {
  expect(problemsOf(trials.readNote)).toEqual(["endpoint_unknown", "server_unavailable", "server_error"]);
  expect(problemsOf(trials.keepNote)).toEqual([
    "request_malformed",
    "request_invalid",
    "body_too_large",
    "content_type_unsupported",
    "origin_refused",
    "session_missing",
    "server_unavailable",
    "server_error",
  ]);
});
