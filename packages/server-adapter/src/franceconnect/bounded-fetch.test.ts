import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { outcomeOf } from "../../test/france-connect/sign-in.ts";
import { createBoundedFetch } from "./bounded-fetch.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("listens at no port");
  return `http://127.0.0.1:${address.port}`;
}

const get = createBoundedFetch({ fetch, timeoutSeconds: 1, allowInsecureIssuer: true });
const getSecurely = createBoundedFetch({ fetch, timeoutSeconds: 1, allowInsecureIssuer: false });

const json = { "content-type": "application/json; charset=utf-8" };

function writeForEver(response: ServerResponse): void {
  const write = (): void => {
    while (response.write("x".repeat(16_384)));
    response.once("drain", write);
  };
  write();
}

describe("createBoundedFetch", () => {
  it("hands over status, headers and body of a usable answer", async () => {
    const url = await listen((request, response) => {
      response.writeHead(401, { ...json, "www-authenticate": "Bearer" });
      response.end(JSON.stringify({ method: request.method, accept: request.headers.accept }));
    });
    const response = await get(url, {
      method: "POST",
      headers: { accept: "a/b" },
      body: new URLSearchParams("a=b"),
    });
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(await response.json()).toEqual({ method: "POST", accept: "a/b" });
  });

  it("reads what is compressed", async () => {
    const url = await listen((_, response) => {
      response.writeHead(200, { ...json, "content-encoding": "gzip" }).end(gzipSync('{"a":1}'));
    });
    expect(await (await get(url, {})).json()).toEqual({ a: 1 });
  });

  it.each<[string, RequestListener, string]>([
    [
      "a redirect",
      (_, response) => response.writeHead(302, { location: "/elsewhere" }).end(),
      "provider_status_302",
    ],
    ["429", (_, response) => response.writeHead(429).end(), "provider_status_429"],
    ["500 in JSON", (_, response) => response.writeHead(500, json).end("{}"), "provider_status_500"],
    ["JSON cut short", (_, response) => response.writeHead(200, json).end('{"a":'), "answer_malformed"],
    ["JSON that is empty", (_, response) => response.writeHead(200, json).end(), "answer_malformed"],
    [
      "JSON that is not UTF-8",
      (_, response) => response.writeHead(200, json).end(Buffer.from([0x22, 0xff, 0x22])),
      "answer_malformed",
    ],
    ["a body without end", (_, response) => writeForEver(response.writeHead(200)), "answer_too_large"],
    [
      "a small body that unpacks to a huge one",
      (_, response) =>
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000))),
      "answer_too_large",
    ],
    ["a body that stops", (_, response) => response.writeHead(200).write("a"), "provider_timeout"],
    [
      "a connection cut in the middle",
      (_, response) => {
        response.writeHead(200, { "content-length": 10 }).write("a", () => response.destroy());
      },
      "provider_unreachable",
    ],
    ["a connection cut at once", (_, response) => response.destroy(), "provider_unreachable"],
  ])("takes %s for a provider in trouble", async (_, listener, reason) => {
    expect(await outcomeOf(get(await listen(listener), {}))).toBe(`unavailable:${reason}`);
  });

  it("takes a name that nobody has, and a port where nobody listens, for a provider in trouble", async () => {
    const url = await listen(() => {});
    servers.pop()?.close();
    expect(await outcomeOf(get(url, {}))).toBe("unavailable:provider_unreachable");
    expect(await outcomeOf(getSecurely("https://nobody.invalid/", {}))).toMatch(/^unavailable:provider_/);
  });

  it.each(["http://provider.example/", "http://127.0.0.1.example/", "ftp://127.0.0.1/", "data:,a"])(
    "never asks %s",
    async (url) => {
      expect(await outcomeOf(get(url, {}))).toBe("refused:endpoint_insecure");
    },
  );

  it("asks the loopback in clear only where development allows it", async () => {
    const url = await listen((_, response) => response.end());
    expect(await outcomeOf(getSecurely(url, {}))).toBe("refused:endpoint_insecure");
    expect((await get(url, {})).status).toBe(200);
  });
});
