import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";

/** A server on a free port of the loopback. */
export interface LocalServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Stops at once, whatever is under way. */
  close(): Promise<void>;
}

/** Serves on the loopback; a listener that rejects answers 500 with its error, so that a test sees it. */
export async function listenLocally(
  listener: (...parameters: Parameters<RequestListener>) => Promise<void>,
  port = 0,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    listener(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
