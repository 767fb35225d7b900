import type { ServerProcess } from "../processes/start-process.ts";
import { HttpConnection } from "./http-connection.ts";
import { WireBrowser } from "./wire-browser.ts";

/** Connections to a server, and a fresh browser over each. */
export async function openConnections(
  server: ServerProcess,
  count: number,
): Promise<readonly HttpConnection[]> {
  return Promise.all(Array.from({ length: count }, () => HttpConnection.open(server.port)));
}

/** A browser with an empty jar. */
export function openBrowser(server: ServerProcess, connection: HttpConnection): WireBrowser {
  return new WireBrowser(connection, `http://127.0.0.1:${server.port}`);
}
