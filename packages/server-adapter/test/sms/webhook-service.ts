import { createHmac, timingSafeEqual } from "node:crypto";
import { answerJson, commitFault, receive, type GatewayFault, type ReceivedRequest } from "./fault-plan.ts";
import { listenLocally, type LocalServer } from "./listen-locally.ts";

/** A service that takes texts as Standard Webhooks, and signs receipts; written from the specification, apart from the product's code. */
export interface WebhookService extends LocalServer {
  /** The texts taken, by their id: one that comes again is the same. */
  readonly texts: Map<string, { readonly to: string; readonly text: string; readonly expiresAt: number }>;
  readonly requests: ReceivedRequest[];
  /** What it does with the next texts; takes them when there is nothing left. */
  readonly faults: GatewayFault[];
  /** The secrets it knows; a request that none of them signed is refused with 401. */
  secrets: readonly string[];
  /** Posts receipts, signed with the first of its secrets by its clock; resolves to the status it got. */
  pushReceipts(url: string, receipts: readonly object[], id?: string): Promise<number>;
}

interface PostedSms {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly expiresAt: number;
}

/** Signs by the specification. */
export function signAsService(secret: string, id: string, timestamp: number | string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

function isSigned(request: ReceivedRequest, secrets: readonly string[], now: number): boolean {
  const id = request.header("webhook-id");
  const timestamp = request.header("webhook-timestamp");
  if (id === "" || Math.abs(Number(timestamp) - now) > 300) return false;
  return request
    .header("webhook-signature")
    .split(" ")
    .some((signature) =>
      secrets.some((secret) => {
        const expected = Buffer.from(signAsService(secret, id, timestamp, request.body));
        const given = Buffer.from(signature);
        return given.length === expected.length && timingSafeEqual(given, expected);
      }),
    );
}

/** Starts the service by a clock of its own. */
export async function startWebhookService(
  secrets: readonly string[],
  now: () => number,
  port = 0,
): Promise<WebhookService> {
  const texts: WebhookService["texts"] = new Map();
  const requests: ReceivedRequest[] = [];
  const faults: GatewayFault[] = [];
  const server = await listenLocally(async (incoming, response) => {
    const request = await receive(incoming);
    requests.push(request);
    if (!isSigned(request, service.secrets, now())) return answerJson(response, 401, { error: "signature" });
    commitFault(faults.shift() ?? "take", response, () => {
      const { id, to, text, expiresAt }: PostedSms = JSON.parse(request.body);
      if (id !== request.header("webhook-id")) throw new Error("the ids differ");
      texts.set(id, { to, text, expiresAt });
      return { id: `service-${id}` };
    });
  }, port);
  const service: WebhookService = {
    ...server,
    texts,
    requests,
    faults,
    secrets,
    async pushReceipts(url, receipts, id = "receipts-1") {
      const body = JSON.stringify({ receipts });
      const [secret = ""] = service.secrets;
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "webhook-id": id,
          "webhook-timestamp": String(now()),
          "webhook-signature": signAsService(secret, id, now(), body),
        },
      });
      return response.status;
    },
  };
  return service;
}
