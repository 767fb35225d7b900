import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isSignedRequest } from "./webhook-signature.ts";

/** What is asked of the operator. */
export interface SmsToTake {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

const largestBodyBytes = 16_384;

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > largestBodyBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readText(body: string): SmsToTake | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  if (!("id" in value && "to" in value && "text" in value && "expiresAt" in value)) return null;
  const { id, to, text, expiresAt } = value;
  const isNumber = typeof to === "string" && /^\+[1-9]\d{5,14}$/u.test(to);
  return typeof id === "string" && isNumber && typeof text === "string" && typeof expiresAt === "number"
    ? { messageId: id, to, text, expiresAt }
    : null;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/**
 * Creates the operator's server, which takes `POST /texts` by Standard Webhooks: 401 for a request that its secret did not sign or that is
 * older than five minutes, 400 and 413 for one that is no text.
 *
 * @param take keeps a text and gives the operator's name for it; the sender is asked to try again (503) when it rejects
 */
export function createSmsServer(secret: string, take: (text: SmsToTake) => Promise<string>): Server {
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== "/texts" || request.method !== "POST") {
      return answer(response, 404, { error: "not_found" });
    }
    const body = await readBody(request);
    if (body === null) return answer(response, 413, { error: "too_large" });
    const header = (name: string): string => String(request.headers[name] ?? "");
    const signed = { id: header("webhook-id"), timestamp: header("webhook-timestamp"), body };
    if (!isSignedRequest(secret, signed, header("webhook-signature"), Date.now() / 1000)) {
      return answer(response, 401, { error: "signature" });
    }
    const text = readText(body);
    if (text === null || text.messageId !== signed.id) return answer(response, 400, { error: "malformed" });
    return answer(response, 202, { id: await take(text) });
  }
  return createServer((request, response) => {
    respond(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else answer(response, 503, { error: "later" });
    });
  });
}
