import { describe, expect, it } from "vitest";
import { createEduconnectHandler } from "../create-educonnect-handler.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { toResponse, toWireRequest } from "./fetch.ts";
import { bodyLimitBytes, toPlainRequest, toWireResponse } from "./message.ts";

const url = "https://ent.example/educonnect/sign-in";

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  // Node wants to be told that a streamed body is sent before the answer is read.
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request(url, init);
}

const streamOf = (chunks: readonly number[], end: "close" | "error" | "never"): ReadableStream => {
  const left = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next !== undefined) controller.enqueue(new Uint8Array(next).fill(0x20));
      else if (end === "close") controller.close();
      else if (end === "error") controller.error(new Error("gone"));
    },
  });
};

const read = async (request: Request) => toPlainRequest(await toWireRequest(request), "/educonnect");

async function createHandler() {
  const { publicOrigin, store, vault, passwordHasher } = (await createTestPortal()).environment;
  return createEduconnectHandler({
    publicOrigin,
    store,
    vault,
    passwordHasher,
    confirmationLink: { elementsModule: "/elements.js" },
  });
}

/** The headers of an answer but the one that names its request, which no two answers share. */
function withoutRequestId(headers: Iterable<readonly [name: string, value: string]>) {
  const all = new Map(headers);
  expect(all.get("x-request-id")).toMatch(/^[\w-]{22}$/);
  all.delete("x-request-id");
  return all;
}

describe("a Fetch request", () => {
  it.each([
    ["https://ent.example/educonnect/status", "/status"],
    ["https://ent.example/educonnect", ""],
    ["https://ent.example/educonnect/status?next=https://evil.example", "/status"],
    ["https://ent.example/educonnectx/status", ""],
    ["https://ent.example/other", ""],
    ["https://ent.example//educonnect/status", ""],
    ["https://ent.example/educonnect/%73tatus", "/%73tatus"],
    ["https://ent.example/educonnect/x/../status", "/status"],
    ["https://ent.example/educonnect/../status", ""],
  ])("to %s is for the path %s", async (address, path) => {
    expect((await read(new Request(address))).path).toBe(path);
  });

  it("ASVS 4.3.1 is read up to 64 KiB, in one chunk or in many", async () => {
    const body = (request: Request) => read(request).then((plain) => plain.body);
    expect(await body(post("x".repeat(bodyLimitBytes)))).toHaveLength(bodyLimitBytes);
    expect(await body(post(streamOf([bodyLimitBytes - 1, 1], "close")))).toHaveLength(bodyLimitBytes);
    expect(await body(post("x".repeat(bodyLimitBytes + 1)))).toBe("tooLarge");
    expect(await body(post(streamOf([bodyLimitBytes, 1], "never")))).toBe("tooLarge");
  });

  it("ASVS 4.3.1 is not read at all when it says it is larger, and not believed when it says it is smaller", async () => {
    const lying = await read(post(streamOf([bodyLimitBytes, 2], "never"), { "content-length": "2" }));
    expect(lying.body).toBe("tooLarge");
    const honest = await read(post(streamOf([], "never"), { "content-length": "70000" }));
    expect(honest.body).toBe("tooLarge");
  });

  it("that breaks off has no body, and gets an answer", async () => {
    expect((await read(post(streamOf([3], "error")))).body).toBeNull();
    const handler = await createHandler();
    const headers = { "content-type": "application/json", origin: "https://ent.example" };
    const response = await handler(post(streamOf([3], "error"), headers));
    expect(response.status).toBe(400);
  });
});

describe("a request without Fetch", () => {
  it("gets the same answer", async () => {
    const handler = await createHandler();
    for (const method of ["GET", "POST", "DELETE"]) {
      const target = "/educonnect/status?x=1";
      const wire = await handler.answer({
        method,
        target,
        header: () => null,
        body: null,
        clientAddress: null,
      });
      const response = await handler(new Request(`https://ent.example${target}`, { method }));
      expect(wire.status).toBe(response.status);
      expect(wire.body).toBe(await response.text());
      expect(withoutRequestId(wire.headers)).toEqual(withoutRequestId(response.headers));
    }
  });

  it("is only for the handler when it names its base path literally", async () => {
    const handler = await createHandler();
    const statusOf = async (target: string) =>
      (await handler.answer({ method: "GET", target, header: () => null, body: null, clientAddress: null }))
        .status;
    expect(await statusOf("/educonnect/health")).toBe(200);
    for (const target of [
      "/educonnect/../educonnect/health",
      "//educonnect/health",
      "/educonnect",
      "",
      "*",
    ]) {
      expect(await statusOf(target)).toBe(404);
    }
  });
});

describe("a Fetch response", () => {
  it("ASVS 3.4.3, 3.4.6, 14.3.2 is never kept, sniffed or framed, whatever its status", async () => {
    const handler = await createHandler();
    for (const path of [
      "/status",
      "/health",
      "/openapi.json",
      "/confirmation-link",
      "/nothing",
      "/services",
    ]) {
      const { headers } = await handler(new Request(`https://ent.example/educonnect${path}`));
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("has no body after HEAD, and the same headers", async () => {
    const handler = await createHandler();
    const address = "https://ent.example/educonnect/health";
    const get = await handler(new Request(address));
    const head = await handler(new Request(address, { method: "HEAD" }));
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(withoutRequestId(head.headers)).toEqual(withoutRequestId(get.headers));
  });

  it("carries each cookie in a header of its own", () => {
    const cookie = (name: string) => ({ name, value: "v", maxAgeSeconds: 1 });
    const plain = { status: 200, body: null, cookies: [cookie("a"), cookie("b")] };
    const response = toResponse(toWireResponse(plain, true), "GET");
    expect(response.headers.getSetCookie()).toHaveLength(2);
  });

  it("answers a preflight from elsewhere without any permission", async () => {
    const handler = await createHandler();
    const response = await handler(
      new Request(url, {
        method: "OPTIONS",
        headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
      }),
    );
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(response.ok).toBe(false);
  });
});
