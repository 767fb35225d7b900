import type { ServerResponse } from "node:http";

/** How an endpoint fails: no answer at all, 500, 503, an answer held until the fault is lifted, or JSON that is none. */
export type EndpointFault = "gone" | "error" | "unavailable" | "slow" | "garbled";

/** Error codes that FranceConnect sends to the callback. */
export type CallbackFault = "access_denied" | "server_error" | "temporarily_unavailable" | "invalid_request";

/** What can be broken, and how. */
export interface FaultKinds {
  readonly discovery: EndpointFault;
  readonly jwks: EndpointFault;
  readonly authorize: EndpointFault;
  readonly token: EndpointFault;
  readonly userinfo: EndpointFault;
  /** Whatever is asked of `authorize` is answered with this error at the callback. */
  readonly callback: CallbackFault;
  /** Codes have ended, however young. */
  readonly code: "expired";
  /** Access tokens have ended, however young. */
  readonly accessToken: "expired";
}

type FaultyPlace = keyof FaultKinds;
export type Endpoint = "discovery" | "jwks" | "authorize" | "token" | "userinfo";

export interface Faults {
  readonly read: <Place extends FaultyPlace>(place: Place) => FaultKinds[Place] | undefined;
  readonly set: <Place extends FaultyPlace>(place: Place, fault: FaultKinds[Place] | null) => void;
  readonly clear: () => void;
  /** Waits until the place is mended. */
  readonly mended: (place: FaultyPlace) => Promise<void>;
}

export function createFaults(): Faults {
  let current: Partial<FaultKinds> = {};
  const waiting = new Map<FaultyPlace, (() => void)[]>();
  const wake = (place: FaultyPlace): void => {
    for (const resume of waiting.get(place) ?? []) resume();
    waiting.delete(place);
  };
  return {
    read: (place) => current[place],
    set: (place, fault) => {
      current = { ...current, [place]: fault ?? undefined };
      wake(place);
    },
    clear: () => {
      current = {};
      for (const place of waiting.keys()) wake(place);
    },
    mended: (place) =>
      new Promise((resolve) => {
        waiting.set(place, [...(waiting.get(place) ?? []), resolve]);
      }),
  };
}

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
