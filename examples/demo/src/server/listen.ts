import { once } from "node:events";
import type { Server } from "node:http";

const firstPort = 4400;
const lastPort = 4499;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");

async function tryPort(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

/**
 * Listens on the loopback only.
 *
 * @param port null for 4400 or the next that is free, 0 for any free one
 * @returns the port it listens on
 * @throws when the port asked for is taken
 */
export async function listen(server: Server, port: number | null): Promise<number> {
  if (port !== null) await tryPort(server, port);
  for (let candidate = firstPort; port === null && !server.listening; candidate += 1) {
    try {
      await tryPort(server, candidate <= lastPort ? candidate : 0);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
