import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { PortableHandler, RequestContext } from "../http/message.ts";
import { ClientGoneError, hasBody, readNodeBody } from "./read-node-body.ts";

/**
 * Answers one request of Node through `Request` and `Response`.
 *
 * A body within the limit is read first, so that a handler never starts on half a request; a longer one, or one of unknown length, is streamed.
 *
 * @throws whatever the handler does
 */
export async function answerWithFetch(
  handler: PortableHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  url: string,
  context: RequestContext,
  bodyLimitBytes: number,
): Promise<void> {
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? "", incoming.rawHeaders[index + 1] ?? "");
  }
  const { method = "GET" } = incoming;
  const isReading = method === "GET" || method === "HEAD";
  const body = isReading || !hasBody(incoming) ? null : await readBody(incoming, bodyLimitBytes);
  const aborting = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) aborting.abort(new ClientGoneError("the client went away"));
  });
  // `duplex` is what Fetch asks for beside a stream; with anything else it means nothing.
  const init = { method, headers, body, signal: aborting.signal, duplex: "half" };
  // The methods that Fetch forbids.
  const isForbidden = /^(?:connect|trace|track)$/i.test(method);
  const response = isForbidden
    ? new Response(null, { status: 405 })
    : await handler(new Request(url, init), context);
  if (outgoing.destroyed) await response.body?.cancel();
  else await writeResponse(outgoing, response, method === "HEAD");
}

async function readBody(
  incoming: IncomingMessage,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | ReadableStream> {
  const length = Number(incoming.headers["content-length"] ?? Number.NaN);
  if (!(length <= limitBytes)) return streamBody(incoming);
  const body = await readNodeBody(incoming, limitBytes);
  return body === "tooLarge" ? new Uint8Array() : new Uint8Array(body);
}

/** Cancelled, it only stops reading: the connection is still needed for the answer. */
function streamBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let isDone = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const fail = () => {
        if (!isDone) controller.error(new ClientGoneError("the client went away"));
        isDone = true;
      };
      incoming.on("data", (chunk: Buffer) => {
        if (isDone) return;
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.once("end", () => {
        if (!isDone) controller.close();
        isDone = true;
      });
      incoming.once("close", fail);
      incoming.once("error", fail);
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      isDone = true;
      incoming.pause();
    },
  });
}

async function writeResponse(outgoing: ServerResponse, response: Response, isHead: boolean): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body === null || isHead) {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (outgoing.destroyed) return reader.cancel();
    if (!outgoing.write(value)) await Promise.race([once(outgoing, "drain"), once(outgoing, "close")]);
  }
  outgoing.end();
}
