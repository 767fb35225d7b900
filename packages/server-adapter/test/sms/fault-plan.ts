import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * What a gateway of the tests does with a text: takes it and says so, takes it and says nothing or hangs up, hangs up without taking
 * it, or answers with a status of its own.
 */
export type GatewayFault =
  | "take"
  | "takeSilently"
  | "takeAndHangUp"
  | "hangUp"
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

/** A request with its body. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly header: (name: string) => string;
  readonly body: string;
}

/** Reads a request to its end. */
export async function receive(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    header: (name) => String(request.headers[name] ?? ""),
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

/** Answers by JSON. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Commits a fault; `take` is called where the text is taken and gives the answer for it. */
export function commitFault(fault: GatewayFault, response: ServerResponse, take: () => unknown): void {
  if (fault === "hangUp") {
    response.destroy();
  } else if (fault === "takeAndHangUp") {
    take();
    response.destroy();
  } else if (fault === "takeSilently") {
    take();
  } else if (fault === "take") {
    answerJson(response, 200, take());
  } else {
    response.writeHead(fault.status, fault.headers).end(fault.body);
  }
}
