import type { ServerResponse } from "node:http";
import type { Endpoint, Faults } from "./faults.ts";

const endpoints = new Map<string, Endpoint>([
  ["/.well-known/openid-configuration", "discovery"],
  ["/jwks", "jwks"],
  ["/authorize", "authorize"],
  ["/token", "token"],
  ["/userinfo", "userinfo"],
]);

/** Fails in the provider's place where a fault says so; returns whether it has answered. */
export async function answerFault(path: string, response: ServerResponse, faults: Faults): Promise<boolean> {
  const endpoint = endpoints.get(path);
  const fault = endpoint && faults.read(endpoint);
  if (endpoint === undefined || fault === undefined) return false;
  switch (fault) {
    case "gone":
      response.destroy();
      return true;
    case "error":
      response
        .writeHead(500, { "content-type": "text/html; charset=utf-8" })
        .end("<p>Internal Server Error</p>");
      return true;
    case "unavailable":
      response
        .writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "30" })
        .end("Unavailable");
      return true;
    case "garbled":
      response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end('{"issuer": "http');
      return true;
    case "slow":
      await faults.mended(endpoint);
      return false;
  }
}
