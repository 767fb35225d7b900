import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { serve } from "./serve.ts";

const sayHello = (_: IncomingMessage, response: { end: (text: string) => unknown }) =>
  void response.end("hello");

async function open(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

async function read(port: number): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent: false }, resolve).once("error", reject);
  });
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return text;
}

describe("serve", () => {
  it("serves beside 1,000 idle connections", async () => {
    const server = await serve(sayHello);
    const idle = await Promise.all(Array.from({ length: 1000 }, () => open(server.port)));
    expect(await read(server.port)).toBe("hello");
    for (const socket of idle) socket.destroy();
    await server.close(0);
  });

  it("cuts those that send their headers or their body too slowly", async () => {
    const server = await serve((request) => void request.resume(), {
      headersTimeoutSeconds: 0.05,
      requestTimeoutSeconds: 0.1,
    });
    for (const start of [
      "GET / HTTP/1.1\r\nHost",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na",
    ]) {
      const socket = await open(server.port);
      socket.write(start);
      let text = "";
      socket.on("data", (chunk) => {
        text += String(chunk);
      });
      await once(socket, "close");
      expect(text).toContain("HTTP/1.1 408");
    }
    await server.close(0);
  });

  it("lets a request under way finish, and takes no other, when it closes", async () => {
    let finish = () => {};
    let closing = Promise.resolve();
    let isClosed = false;
    const server = await serve((_, response) => {
      finish = () => void response.end("done");
      closing = server.close().then(() => {
        isClosed = true;
      });
      started();
    });
    let started = () => {};
    const entered = new Promise<void>((resolve) => {
      started = resolve;
    });
    const idle = await open(server.port);
    const idleClosed = once(idle.resume(), "close");
    const reading = read(server.port);
    await entered;
    await expect(read(server.port)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(isClosed).toBe(false);
    finish();
    expect(await reading).toBe("done");
    await idleClosed;
    await closing;
  });

  it("cuts what does not finish in time", async () => {
    let enter = () => {};
    const entered = new Promise<void>((resolve) => {
      enter = resolve;
    });
    const server = await serve(() => enter());
    const reading = read(server.port).catch((error: unknown) => error);
    await entered;
    await server.close(0.05);
    expect(await reading).toMatchObject({ code: "ECONNRESET" });
  });

  it("says when its port is taken", async () => {
    const server = await serve(sayHello);
    await expect(serve(sayHello, { port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await server.close();
  });
});
