import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { PortableHandler, WireRequest, WireResponse } from "../http/message.ts";
import { safeLogger, silentLogger, type Logger } from "../ports/logger.ts";
import { answerWithFetch } from "./answer-with-fetch.ts";
import { createClientAddressReader } from "./read-client-address.ts";
import { ClientGoneError, discardRest, hasBody, readNodeBody } from "./read-node-body.ts";

/** How requests of Node become those of a handler. */
export interface NodeListenerOptions {
  /** The origin people see, such as `https://portail.exemple.fr`; what `Host` and `X-Forwarded-Host` say is never used. */
  readonly publicOrigin: string;
  /** Addresses or CIDR ranges of the proxies whose `X-Forwarded-For` is believed: none. */
  readonly trustedProxies?: readonly string[];
  /** The largest body that is read: 65,536 bytes. The handler refuses what is larger. */
  readonly bodyLimitBytes?: number;
  /** Told of failures that a handler should have answered itself. */
  readonly logger?: Logger;
}

/**
 * Makes a listener for `node:http` and `node:https` of a handler; the listener answers every request, whatever the handler does.
 *
 * A request whose client goes away before it is complete never reaches the handler; one that is complete is carried out although
 * nobody waits any more, as a retry will ask for its answer.
 *
 * @throws TypeError for an origin that is not one, or a proxy that is no address
 */
export function toNodeListener(handler: PortableHandler, options: NodeListenerOptions): RequestListener {
  const { publicOrigin, trustedProxies = [], bodyLimitBytes = 65_536 } = options;
  const logger = safeLogger(options.logger ?? silentLogger);
  if (
    !/^https?:/.test(publicOrigin) ||
    !URL.canParse(publicOrigin) ||
    new URL(publicOrigin).origin !== publicOrigin
  ) {
    throw new TypeError(
      `publicOrigin must be an origin such as https://portail.exemple.fr, not ${publicOrigin}`,
    );
  }
  const readClientAddress = createClientAddressReader(trustedProxies);
  const { answer } = handler;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const clientAddress = readClientAddress(request);
    // Neither `*` nor a whole address, as if to a proxy, is about anything here (RFC 9112, 3.2).
    if (!request.url?.startsWith("/")) return writeWire(response, { status: 400, headers: [], body: null });
    if (answer === undefined) {
      const context = clientAddress === null ? {} : { clientAddress };
      return answerWithFetch(handler, request, response, publicOrigin + request.url, context, bodyLimitBytes);
    }
    const wire = await answer(await readWire(request, request.url, clientAddress, bodyLimitBytes));
    if (!response.destroyed) writeWire(response, wire);
  }

  return (request, response) => {
    // A connection that breaks while an answer is written is not a failure of the server.
    response.on("error", () => {});
    respond(request, response)
      .catch((error: unknown) => {
        if (error instanceof ClientGoneError) return;
        logger.log("error", "listener_failed", { error: error instanceof Error ? error.name : typeof error });
        if (response.headersSent) response.destroy();
        else if (!response.destroyed) writeWire(response, { status: 500, headers: [], body: null });
      })
      .finally(() => discardRest(request));
  };
}

async function readWire(
  request: IncomingMessage,
  target: string,
  clientAddress: string | null,
  bodyLimitBytes: number,
): Promise<WireRequest> {
  const body = hasBody(request) ? await readNodeBody(request, bodyLimitBytes) : null;
  return {
    method: request.method ?? "",
    target,
    header(name) {
      const value = request.headers[name];
      return typeof value === "string" ? value : (value?.join(", ") ?? null);
    },
    body,
    clientAddress,
  };
}

function writeWire(response: ServerResponse, { status, headers, body }: WireResponse): void {
  const isBodiless = response.req.method === "HEAD" || status === 204 || status === 304;
  const length = isBodiless ? [] : ["content-length", String(Buffer.byteLength(body ?? ""))];
  response.writeHead(status, [...headers.flat(), ...length]);
  response.end(body ?? undefined);
}
