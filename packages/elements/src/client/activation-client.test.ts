import type { EventRequest, FlowView, Problem } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { createManualTimers } from "../../test/manual-timers.ts";
import { createActivationClient } from "./activation-client.ts";
import { ClientError } from "./client-error.ts";

type Reply = (init: RequestInit) => Response | Promise<Response>;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

const view: FlowView = {
  purpose: "activation",
  revision: 4,
  method: "letter",
  audience: "guardian",
  condition: "awaiting",
  step: { name: "email", given: null },
  accepts: ["emailSubmitted"],
  back: "abandon",
  issues: [],
  lockedUntil: null,
  progress: { current: 1, total: 4 },
  expiresAt: 2000,
  now: 1000,
  contact: null,
};

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });

const problem = (code: Problem["code"], status: number, more: Partial<Problem> = {}) =>
  json({ type: "about:blank", title: code, status, code, ...more }, status, {
    "Content-Type": "application/problem+json",
  });

const lost: Reply = () => Promise.reject(new TypeError("Failed to fetch"));
const never: Reply = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });

function createClient(...replies: Reply[]) {
  return createClientOf(undefined, ...replies);
}

function createClientOf(speaker: { lang: string } | undefined, ...replies: Reply[]) {
  const sent: Sent[] = [];
  const timers = createManualTimers();
  const client = createActivationClient({
    ...(speaker && { speaker }),
    baseUrl: "/educonnect/",
    timers,
    random: () => 1,
    fetch: async (url, init) => {
      sent.push({ url, init });
      const reply = replies[Math.min(sent.length, replies.length) - 1];
      if (!reply) throw new Error("no reply is left");
      return reply(init);
    },
  });
  const keys = () => sent.map(({ init }) => new Headers(init.headers).get("Idempotency-Key"));
  return { client, sent, timers, keys };
}

const request: EventRequest = { revision: 3, event: { type: "emailSubmitted", email: "a@exemple.fr" } };

const failureOf = async (promise: Promise<unknown>): Promise<ClientError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ClientError) return error;
  throw new Error("The call did not fail with a ClientError.");
};

describe("a call", () => {
  it("asks in the language that its speaker has by then, and leaves it to the browser otherwise", async () => {
    const speaker = { lang: "" };
    const { client, sent } = createClientOf(speaker, () => json(view));
    for (const lang of ["", "ar", "zh-Hans", "fr-simple", "en\r\nX-Evil: 1", "français", "en, fr"]) {
      speaker.lang = lang;
      await client.sendEvent(request);
    }
    const asked = sent.map(({ init }) => new Headers(init.headers).get("Accept-Language"));
    expect(asked).toEqual([null, "ar", "zh-Hans", "fr-simple", null, null, null]);
  });

  it("goes to the endpoint as same-origin JSON", async () => {
    const { client, sent } = createClient(() => json(view));
    await client.sendEvent(request);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe("/educonnect/flow/events");
    expect(sent[0]?.init).toMatchObject({ method: "POST", credentials: "same-origin", cache: "no-store" });
    expect(new Headers(sent[0]?.init.headers).get("Content-Type")).toBe("application/json");
    expect(sent[0]?.init.body).toBe(JSON.stringify(request));
  });

  it("has no body nor content type when it only reads", async () => {
    const { client, sent } = createClient(() => json({ flow: null, session: null, methods: [] }));
    expect(await client.readStatus()).toEqual({ flow: null, session: null, methods: [] });
    expect(sent[0]?.init.body).toBeNull();
    expect(new Headers(sent[0]?.init.headers).has("Content-Type")).toBe(false);
  });

  it("begins an activation, with no key, and FranceConnect where it leads to a page of the web", async () => {
    const location = "https://fc.example/authorize";
    const { client, sent, keys } = createClient(
      () => json(view),
      () => json({ location }),
    );
    expect(await client.startFlow({ method: "sms" })).toEqual(view);
    expect(await client.startFranceConnect({ replace: true })).toEqual({ location });
    expect(sent.map(({ url, init }) => [url, init.body])).toEqual([
      ["/educonnect/flow", '{"method":"sms"}'],
      ["/educonnect/france-connect/start", '{"replace":true}'],
    ]);
    expect(keys()).toEqual([null, null]);
  });

  it.each(["javascript:alert(1)", "//fc.example", "", null, 1])("leads to no %j", async (location) => {
    const start = createClient(() => json({ location }));
    expect((await failureOf(start.client.startFranceConnect({}))).code).toBe("unexpected");
    const status = { flow: null, session: null, methods: [] };
    const end = createClient(() => json({ ...status, logoutUrl: location ?? "ftp://fc.example" }));
    expect((await failureOf(end.client.signOut())).code).toBe("unexpected");
  });

  it.each([
    ["an HTML page", () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } })],
    ["JSON of another shape", () => json({ hello: "world" })],
    ["JSON cut short", () => new Response('{"flow":', { headers: { "Content-Type": "application/json" } })],
    ["an error without problem details", () => json({ error: "no" }, 400)],
  ])("fails as unexpected on %s", async (_name, reply) => {
    const { client, sent } = createClient(reply);
    expect((await failureOf(client.readStatus())).code).toBe("unexpected");
    expect(sent).toHaveLength(1);
  });

  it("hands over the problem and its view", async () => {
    const { client, sent } = createClient(() => problem("revision_stale", 409, { flow: view }));
    const error = await failureOf(client.sendEvent(request));
    expect(error.code).toBe("revision_stale");
    expect(error.problem?.flow).toEqual(view);
    expect(sent).toHaveLength(1);
  });

  it("is given up after 15 seconds", async () => {
    const { client, timers } = createClient(never);
    const failure = failureOf(client.readStatus());
    await timers.advance(15_000);
    expect((await failure).code).toBe("timeout");
    expect(timers.pending()).toBe(0);
  });

  it("rejects with the caller's reason when aborted, even while it waits to try again", async () => {
    const { client, timers, sent } = createClient(lost);
    const controller = new AbortController();
    const reason = client.readStatus({ signal: controller.signal }).catch((error: unknown) => error);
    await timers.advance(100);
    controller.abort(new Error("left"));
    expect(await reason).toEqual(new Error("left"));
    expect(sent).toHaveLength(1);
    expect(timers.pending()).toBe(0);
  });
});

describe("automatic retries", () => {
  it("send the same event with the same key until it arrives", async () => {
    const { client, timers, keys } = createClient(
      lost,
      () => problem("server_busy", 503),
      () => json(view),
    );
    const call = client.sendEvent(request);
    await timers.advance(10_000);
    expect(await call).toEqual(view);
    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^[\d-]{16,64}$/);
  });

  it("are bounded", async () => {
    const { client, timers, sent } = createClient(lost);
    const failure = failureOf(client.readStatus());
    await timers.advance(60_000);
    expect((await failure).code).toBe("network");
    expect(sent).toHaveLength(3);
  });

  it("wait at least as long as the server asks", async () => {
    const { client, timers, sent } = createClient(
      () => json({}, 503, { "Content-Type": "text/html", "Retry-After": "4" }),
      () => json({ flow: null, session: null, methods: [] }),
    );
    const call = client.readStatus();
    await timers.advance(3999);
    expect(sent).toHaveLength(1);
    await timers.advance(1);
    await call;
    expect(sent).toHaveLength(2);
  });

  it("leave the server alone when it asks for long", async () => {
    const { client, timers, sent } = createClient(() =>
      problem("server_busy", 503, { retryAfterSeconds: 120 }),
    );
    const failure = failureOf(client.readStatus());
    await timers.advance(1000);
    const error = await failure;
    expect(error.code).toBe("server_busy");
    expect(error.retryAfterSeconds).toBe(120);
    expect(sent).toHaveLength(1);
  });

  it("never send a password again that may have arrived", async () => {
    const { client, timers, sent } = createClient(lost);
    const failure = failureOf(client.signIn({ identifier: "p.nom12", password: "x" }));
    await timers.advance(60_000);
    expect((await failure).code).toBe("network");
    expect(sent).toHaveLength(1);
  });
});

describe("the idempotency key", () => {
  it("is the same when the person sends the same request again after a failure of unknown outcome", async () => {
    const { client, timers, keys } = createClient(lost, lost, lost, () => json(view));
    const failure = failureOf(client.sendEvent(request));
    await timers.advance(60_000);
    await failure;
    await client.sendEvent(request);
    expect(keys()).toHaveLength(4);
    expect(new Set(keys()).size).toBe(1);
  });

  it("is another when the request changed", async () => {
    const { client, timers, keys } = createClient(lost, lost, lost, () => json(view));
    const failure = failureOf(client.sendEvent(request));
    await timers.advance(60_000);
    await failure;
    await client.sendEvent({ revision: 3, event: { type: "emailSubmitted", email: "b@exemple.fr" } });
    expect(new Set(keys()).size).toBe(2);
  });

  it("is another once the first was answered, well or not", async () => {
    const { client, keys } = createClient(
      () => json(view),
      () => problem("event_not_accepted", 409),
    );
    await client.sendEvent(request);
    await failureOf(client.sendEvent(request));
    await failureOf(client.sendEvent(request));
    expect(new Set(keys()).size).toBe(3);
  });
});
