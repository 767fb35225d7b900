import { endpoints, type EndpointName } from "@educonnect-activation/core";
import type { Fetch } from "../src/client/send-request.ts";

/** A browser of the server's test portal, as far as a page uses it: the real handler behind a cookie jar of its own. */
export interface PortalBrowser {
  request(
    endpoint: EndpointName,
    body: unknown,
    changes: { readonly idempotencyKey: string | null },
  ): Promise<{
    readonly status: number;
    readonly body: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  }>;
}

/** One request that reached the network. */
export interface SentRequest {
  readonly endpoint: EndpointName;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
}

/** What happens to a request: lost before or after the server saw it, answered by a proxy's page, or held until let go. */
export type Fault = "lostOnTheWay" | "lostOnTheWayBack" | "proxyPage" | Promise<void>;

/** A network between a page and a handler, which keeps a log and fails when told to. */
export interface TestNetwork {
  readonly fetch: Fetch;
  readonly sent: SentRequest[];
  /** What befalls the next requests to an endpoint, one after the other. */
  break(endpoint: EndpointName, ...faults: Fault[]): void;
  /** The bodies sent to an endpoint. */
  sentTo(endpoint: EndpointName): readonly SentRequest[];
}

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);

function endpointOf(url: string, method: string | undefined): EndpointName {
  const name = Object.keys(endpoints)
    .filter(isEndpointName)
    .find((each) => url === `/educonnect${endpoints[each].path}` && endpoints[each].method === method);
  if (name === undefined) throw new Error(`The page asked for ${method} ${url}, which is no endpoint.`);
  return name;
}

/** Connects a page to a browser of the portal; `fetch` hides cookies from pages, so the jar is on the other side. */
export function createTestNetwork(browser: PortalBrowser): TestNetwork {
  const faults = new Map<EndpointName, Fault[]>();
  const sent: SentRequest[] = [];
  return {
    sent,
    sentTo: (endpoint) => sent.filter((request) => request.endpoint === endpoint),
    break: (endpoint, ...more) => faults.set(endpoint, [...(faults.get(endpoint) ?? []), ...more]),
    fetch: async (url, { method, body, headers, signal }) => {
      const endpoint = endpointOf(url, method);
      const content: unknown = typeof body === "string" ? JSON.parse(body) : undefined;
      const idempotencyKey = new Headers(headers).get("Idempotency-Key");
      sent.push({ endpoint, body: content, idempotencyKey });
      const fault = faults.get(endpoint)?.shift();
      if (fault === "lostOnTheWay") throw new TypeError("Failed to fetch");
      if (fault === "proxyPage") {
        return new Response("<!doctype html><title>Connexion</title>", {
          headers: { "Content-Type": "text/html" },
        });
      }
      if (fault instanceof Promise) await fault;
      const answer = await browser.request(endpoint, content, { idempotencyKey });
      if (fault === "lostOnTheWayBack") throw new TypeError("Failed to fetch");
      signal?.throwIfAborted();
      return new Response(JSON.stringify(answer.body), {
        status: answer.status,
        headers: { "Content-Type": "application/json", ...answer.headers },
      });
    },
  };
}
