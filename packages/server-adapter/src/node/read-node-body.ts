import type { IncomingMessage } from "node:http";

/** What is read of a refused body at most, so that its sender gets to see the answer, before the connection is cut. */
const mostDiscardedBytes = 1024 * 1024;

/** The client closed the connection before its request was complete, so there is no one to answer. */
export class ClientGoneError extends Error {
  override readonly name = "ClientGoneError";
}

/** Whether a request can have a body (RFC 9112, 6). */
export function hasBody(request: IncomingMessage): boolean {
  const length = request.headers["content-length"];
  return request.headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/**
 * Reads a body to its end; one that is longer than the limit is given up at once.
 *
 * @throws {ClientGoneError} when the connection ends first
 */
export function readNodeBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | "tooLarge"> {
  if (Number(request.headers["content-length"] ?? 0) > limitBytes) return Promise.resolve("tooLarge");
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limitBytes) {
        request.off("data", onData).pause();
        resolve("tooLarge");
      }
    };
    const onGone = () => reject(new ClientGoneError("the client went away"));
    request.on("data", onData);
    request.once("end", () => {
      // `close` comes after every `end`, and an error is costly to make even if it is ignored.
      request.off("close", onGone);
      const [first] = chunks;
      resolve(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks, length));
    });
    // `close` without `end` comes when the connection breaks.
    request.once("close", onGone);
    request.once("error", onGone);
  });
}

/** Reads and drops the rest of a body, so that the connection can serve the next request; closes the connection when too much comes. */
export function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let length = 0;
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > mostDiscardedBytes) request.destroy();
  });
  request.on("error", () => {});
  request.resume();
}
