import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";

/** How long a server waits, and for how many. */
export interface ServeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The address to listen on: the loopback, `127.0.0.1`. */
  readonly host?: string;
  /** How long the headers of a request may take to arrive: 10 s. */
  readonly headersTimeoutSeconds?: number;
  /** How long a whole request may take to arrive: 30 s. */
  readonly requestTimeoutSeconds?: number;
  /** How long a connection is kept for another request: 65 s, longer than the 60 s of most proxies, which then never write into a connection just closed. */
  readonly keepAliveTimeoutSeconds?: number;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Takes no new connection, lets requests under way finish for up to `graceSeconds` (10), then cuts what is left. */
  close(graceSeconds?: number): Promise<void>;
}

/**
 * Listens over HTTP with time limits for slow senders; TLS is the proxy's in front, or `node:https` with the same listener.
 *
 * @throws whatever prevents listening, such as a port in use
 */
export async function serve(listener: RequestListener, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, host = "127.0.0.1" } = options;
  const { headersTimeoutSeconds = 10, requestTimeoutSeconds = 30, keepAliveTimeoutSeconds = 65 } = options;
  const shortestSeconds = Math.min(headersTimeoutSeconds, requestTimeoutSeconds);
  const server = createServer({
    headersTimeout: headersTimeoutSeconds * 1000,
    requestTimeout: requestTimeoutSeconds * 1000,
    keepAliveTimeout: keepAliveTimeoutSeconds * 1000,
    connectionsCheckingInterval: Math.min(5000, shortestSeconds * 500),
    maxHeaderSize: 16_384,
  });
  const closeIdle = trackConnections(server);
  server.on("request", listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog: 1024 }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close(graceSeconds = 10) {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
      closeIdle();
      const cutting = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000);
      await closed.finally(() => clearTimeout(cutting));
    },
  };
}

/**
 * Counts the requests of each connection; the function given back closes those that have none, and from then on each that has answered its last.
 *
 * `closeIdleConnections` of Node leaves alone those that have never sent a request.
 */
function trackConnections(server: Server): () => void {
  const requests = new Map<Socket, number>();
  let isClosing = false;

  function count(socket: Socket, difference: 1 | -1): void {
    const before = requests.get(socket);
    if (before === undefined) return;
    requests.set(socket, before + difference);
    if (isClosing && before + difference === 0) socket.destroySoon();
  }

  server.on("connection", (socket) => {
    requests.set(socket, 0);
    socket.once("close", () => requests.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    count(socket, 1);
    response.once("close", () => count(socket, -1));
  });
  return () => {
    isClosing = true;
    for (const [socket, underWay] of requests) if (underWay === 0) socket.destroySoon();
  };
}
