import { once } from "node:events";
import type { Server } from "node:http";

/** Opens a free port of 127.0.0.1; connections stay open between the rounds of a benchmark. */
export async function listen(server: Server): Promise<number> {
  server.keepAliveTimeout = 600_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was opened");
  return address.port;
}
