import type { RequestListener } from "node:http";
import { serve, type RunningServer } from "@educonnect-activation/server-adapter/node";

const firstPort = 4400;
const lastPort = 4499;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");

/**
 * Listens on the loopback only.
 *
 * @param port null for 4400 or the next that is free, 0 for any free one
 * @throws when the port asked for is taken
 */
export async function listen(listener: RequestListener, port: number | null): Promise<RunningServer> {
  if (port !== null) return serve(listener, { port });
  for (let candidate = firstPort; candidate <= lastPort; candidate += 1) {
    try {
      return await serve(listener, { port: candidate });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return serve(listener);
}
