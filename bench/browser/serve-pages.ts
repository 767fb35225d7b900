import { createServer } from "node:http";
import { createEduconnectHandler } from "@educonnect-activation/server-adapter";
import { toNodeListener } from "@educonnect-activation/server-adapter/node";
import { createPortal, openStore } from "../portal/portal.ts";
import { createInstantHasher } from "../portal/instant-hasher.ts";
import { listen } from "../processes/answer-parent.ts";
import type { PageFile } from "./page-files.ts";

/** A bare server of files, with the handler beside them. */
export interface PageServer {
  readonly origin: string;
  close(): void;
}

/** Serves files from memory, never to be kept, and answers the wizard's requests as a deployment does. */
export async function servePages(files: ReadonlyMap<string, PageFile>): Promise<PageServer> {
  const server = createServer();
  const publicOrigin = `http://localhost:${await listen(server)}`;
  const store = await openStore(":memory:");
  const { options } = createPortal({ store, passwordHasher: createInstantHasher(), publicOrigin });
  const handle = toNodeListener(createEduconnectHandler(options), { publicOrigin });
  server.on("request", (request, response) => {
    const file = files.get(request.url ?? "");
    if (file === undefined) return handle(request, response);
    response.writeHead(200, {
      "Content-Type": `${file.type}; charset=utf-8`,
      "Content-Encoding": "br",
      "Content-Length": file.body.length,
      "Cache-Control": "no-store",
    });
    response.end(file.body);
  });
  return {
    origin: publicOrigin,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
