import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import type { FaultKinds, FranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";

type Place = keyof FaultKinds;

const places = [
  "discovery",
  "jwks",
  "authorize",
  "token",
  "userinfo",
  "callback",
  "code",
  "accessToken",
] as const satisfies readonly Place[];

/** What is to fail from now on, by place; what is not named works. */
export type Faults = { readonly [At in Place]?: FaultKinds[At] };

/** The control of faults, on the loopback. */
export interface FaultControl {
  readonly port: number;
  stop(): void;
}

const isFaults = (value: unknown): value is Faults =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).every((key) => places.some((at) => at === key));

/** Takes `POST { "token": "gone" }` on a free port of 127.0.0.1, from no page of a browser: which places fail from now on; `{}` mends all. */
export async function listenForFaults({
  setFault,
}: Pick<FranceConnectStandIn, "setFault">): Promise<FaultControl> {
  const server = createServer((request, response) => {
    // JSON is what another site's page can't send unasked.
    if (request.method !== "POST" || request.headers["content-type"] !== "application/json") {
      response.writeHead(405).end();
      return;
    }
    json(request).then(
      (faults: unknown) => {
        if (isFaults(faults)) for (const place of places) setFault(place, faults[place] ?? null);
        response.writeHead(isFaults(faults) ? 204 : 400).end();
      },
      () => response.writeHead(400).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the control of faults has no port");
  return {
    port: address.port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
