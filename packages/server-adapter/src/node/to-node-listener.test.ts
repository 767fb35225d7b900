import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { PortableHandler, WireRequest } from "../http/message.ts";
import { serve, type RunningServer } from "./serve.ts";
import { toNodeListener, type NodeListenerOptions } from "./to-node-listener.ts";

const publicOrigin = "https://portail.exemple.fr";
const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close(0)));
});

async function start(handler: PortableHandler, options: Partial<NodeListenerOptions> = {}): Promise<number> {
  const server = await serve(toNodeListener(handler, { publicOrigin, ...options }));
  running.push(server);
  return server.port;
}

async function send(port: number, options: RequestOptions = {}, body: string | Buffer | string[] = "") {
  const pieces = Array.isArray(body) ? body : [body];
  const method = pieces[0]?.length === 0 ? "GET" : "POST";
  const sending = httpRequest({ port, host: "127.0.0.1", method, ...options });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once("response", resolve).once("error", reject);
  });
  for (const piece of pieces.slice(1)) sending.write(piece);
  sending.end(pieces[0]);
  const response = await answered;
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text };
}

/** Says back what it was asked, by either way in. */
const describeFetch: PortableHandler = async (request, context) => {
  const text = request.body === null ? null : await request.text();
  const { method, url } = request;
  const said = {
    method,
    url,
    cookie: request.headers.get("cookie"),
    text,
    client: context?.clientAddress ?? null,
  };
  return new Response(JSON.stringify(said), {
    status: 201,
    headers: [
      ["content-type", "application/json"],
      ["set-cookie", "a=1; Path=/"],
      ["set-cookie", "b=2; Path=/"],
    ],
  });
};

const describeWire: PortableHandler = Object.assign(async () => new Response("not used", { status: 500 }), {
  answer: async ({ method, target, header, body, clientAddress }: WireRequest) => ({
    status: body === "tooLarge" ? 413 : 201,
    headers: [
      ["content-type", "application/json"],
      ["set-cookie", "a=1; Path=/"],
      ["set-cookie", "b=2; Path=/"],
    ] as const,
    body: JSON.stringify({
      method,
      url: publicOrigin + target,
      cookie: header("cookie"),
      text: body === null || body === "tooLarge" ? body : new TextDecoder().decode(body),
      client: clientAddress,
    }),
  }),
});

describe.each([
  ["Request and Response", describeFetch],
  ["plain data", describeWire],
])("toNodeListener with a handler of %s", (_, handler) => {
  it("passes on method, address, headers and body, and brings back status, headers and body", async () => {
    const port = await start(handler);
    const headers = { cookie: "__Host-flow=x", "content-type": "application/json", host: "evil.example" };
    const answer = await send(
      port,
      { path: "/a%2Fb?c=é%20".replace("é", "%C3%A9"), headers },
      '{"nom":"Zoé"}',
    );
    expect(JSON.parse(answer.text)).toEqual({
      method: "POST",
      url: `${publicOrigin}/a%2Fb?c=%C3%A9%20`,
      cookie: "__Host-flow=x",
      text: '{"nom":"Zoé"}',
      client: "127.0.0.1",
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({
      "content-type": "application/json",
      "set-cookie": ["a=1; Path=/", "b=2; Path=/"],
    });
  });

  it("never takes its address from Host, X-Forwarded-Host or the target", async () => {
    const port = await start(handler);
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
    for (const path of ["/", "//evil.example/x", "/@evil.example"]) {
      const { text } = await send(port, { path, headers });
      expect(JSON.parse(text)).toMatchObject({ url: publicOrigin + path });
    }
    for (const path of ["http://evil.example/x", "*"]) {
      expect(await send(port, { path, method: "OPTIONS", headers })).toMatchObject({ status: 400, text: "" });
    }
  });

  it("answers GET without a body, and HEAD with headers alone", async () => {
    const port = await start(handler);
    const get = await send(port);
    expect(JSON.parse(get.text)).toMatchObject({ method: "GET", text: null });
    expect(await send(port, { method: "HEAD" })).toMatchObject({ status: 201, text: "" });
  });

  it("reads a body that comes in pieces and without its length", async () => {
    const { text } = await send(await start(handler), {}, ["deux", "un", " "]);
    expect(JSON.parse(text)).toMatchObject({ text: "un deux" });
  });

  it("keeps the connection for the next request", async () => {
    const port = await start(handler);
    const socket = connect(port, "127.0.0.1");
    const message = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok";
    socket.write(message + message);
    let text = "";
    for await (const chunk of socket) {
      text += String(chunk);
      if (text.match(/"text":"ok"/g)?.length === 2) break;
    }
    expect(text.match(/HTTP\/1\.1 201/g)).toHaveLength(2);
  });

  it("believes X-Forwarded-For of declared proxies only", async () => {
    const headers = { "x-forwarded-for": "1.2.3.4, 203.0.113.7, 10.1.2.3" };
    const client = async (trustedProxies: string[]) => {
      const { text } = await send(await start(handler, { trustedProxies }), { headers });
      return /"client":"([^"]*)"/.exec(text)?.[1];
    };
    expect(await client([])).toBe("127.0.0.1");
    expect(await client(["10.0.0.0/8"])).toBe("127.0.0.1");
    expect(await client(["127.0.0.1"])).toBe("10.1.2.3");
    expect(await client(["127.0.0.0/8", "10.0.0.0/8"])).toBe("203.0.113.7");
    headers["x-forwarded-for"] = "1.2.3.4, nonsense, 10.1.2.3";
    expect(await client(["127.0.0.1", "10.0.0.0/8"])).toBe("10.1.2.3");
  });
});

describe("toNodeListener", () => {
  it("hands a refusal of a body too long to a client that still sends it, and serves it again", async () => {
    const port = await start(describeWire, { bodyLimitBytes: 1000 });
    const body = Buffer.alloc(500_000, "x");
    expect(await send(port, {}, body)).toMatchObject({ status: 413 });
    const chunked = { headers: { "transfer-encoding": "chunked" } };
    expect(await send(port, chunked, body)).toMatchObject({ status: 413 });
    expect(await send(port, {}, Buffer.alloc(1000, "x"))).toMatchObject({ status: 201 });
    expect(await send(port, {}, Buffer.alloc(1001, "x"))).toMatchObject({ status: 413 });
  });

  it("hands on a refusal while a stream is still read", async () => {
    const refuse: PortableHandler = async (request) => {
      await request.body?.cancel();
      return new Response("too much", { status: 413 });
    };
    const port = await start(refuse, { bodyLimitBytes: 1000 });
    expect(await send(port, {}, Buffer.alloc(500_000, "x"))).toMatchObject({ status: 413, text: "too much" });
  });

  it("streams a long body to a handler that wants it", async () => {
    const count: PortableHandler = async (request) =>
      new Response(String((await request.arrayBuffer()).byteLength));
    const port = await start(count, { bodyLimitBytes: 1000 });
    expect(await send(port, {}, Buffer.alloc(3_000_000))).toMatchObject({ text: "3000000" });
  });

  it("streams a long answer at the client's pace", async () => {
    const long: PortableHandler = async () => new Response(Buffer.alloc(5_000_000, "y"));
    expect((await send(await start(long))).text).toHaveLength(5_000_000);
  });

  it("never calls the handler for half a request", async () => {
    let calls = 0;
    const handler: PortableHandler = Object.assign(async () => new Response(), {
      async answer() {
        calls += 1;
        return { status: 200, headers: [], body: null };
      },
    });
    const listener = toNodeListener(handler, { publicOrigin });
    let note: (request: IncomingMessage) => void = () => {};
    const arrived = new Promise<IncomingMessage>((resolve) => {
      note = resolve;
    });
    const server = await serve((request, response) => {
      listener(request, response);
      note(request);
    });
    running.push(server);
    const socket = connect(server.port, "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
    const request = await arrived;
    const closed = new Promise((resolve) => {
      request.once("close", resolve);
    });
    socket.destroy();
    await closed;
    expect(await send(server.port)).toMatchObject({ status: 200 });
    expect(calls).toBe(1);
  });

  it("tells a handler that the client went away", async () => {
    let note: (reason: unknown) => void = () => {};
    const gone = new Promise((resolve) => {
      note = resolve;
    });
    let enter = () => {};
    const entered = new Promise<void>((resolve) => {
      enter = resolve;
    });
    const handler: PortableHandler = async (request) => {
      request.signal.addEventListener("abort", () => note(request.signal.reason));
      enter();
      await gone;
      return new Response("late");
    };
    const port = await start(handler);
    const sending = httpRequest({ port, host: "127.0.0.1" });
    sending.on("error", () => {});
    sending.end();
    await entered;
    sending.destroy();
    expect(await gone).toMatchObject({ name: "ClientGoneError" });
  });

  it("answers 500 when the handler fails, and logs its name alone", async () => {
    const log: string[] = [];
    const logger = { log: (...parts: unknown[]) => void log.push(JSON.stringify(parts)) };
    const fail: PortableHandler = () => Promise.reject(new RangeError("canari@exemple.fr"));
    expect(await send(await start(fail, { logger }))).toMatchObject({ status: 500, text: "" });
    expect(log).toEqual(['["error","listener_failed",{"error":"RangeError"}]']);
  });

  it("answers 500 when the handler fails and the logger too", async () => {
    const logger = {
      log() {
        throw new Error("the log's disk is full");
      },
    };
    const fail: PortableHandler = () => Promise.reject(new RangeError("unforeseen"));
    expect(await send(await start(fail, { logger }))).toMatchObject({ status: 500, text: "" });
  });

  it.each(["TRACE", "CONNECT"])("lets %s reach no handler", async (method) => {
    const port = await start(describeFetch);
    const socket = connect(port, "127.0.0.1");
    socket.write(`${method} / HTTP/1.1\r\nHost: x\r\n\r\n`);
    let text = "";
    socket.on("data", (chunk) => {
      text += String(chunk);
      socket.end();
    });
    await once(socket, "close");
    expect(text).not.toContain("HTTP/1.1 2");
  });

  it.each([
    "",
    "portail.exemple.fr",
    "https://portail.exemple.fr/",
    "https://portail.exemple.fr/a",
    "ftp://x",
  ])("refuses the origin %j", (publicOrigin) => {
    expect(() => toNodeListener(describeFetch, { publicOrigin })).toThrow(TypeError);
  });

  it.each(["", "proxy.local", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "::1/129"])(
    "refuses the proxy %j",
    (proxy) => {
      expect(() => toNodeListener(describeFetch, { publicOrigin, trustedProxies: [proxy] })).toThrow(
        TypeError,
      );
    },
  );
});
