import {
  checkOptions,
  group,
  meeting,
  numberWithin,
  port,
  text,
  trueOrFalse,
} from "../../options/check-options.ts";
import { systemClock, type Clock } from "../../ports/clock.ts";
import { DeliveryError } from "../../ports/delivery-error.ts";
import { ReceiptRefusedError, type ReceiptRequest, type SmsGateway } from "../../ports/sms-gateway.ts";
import { askGateway, isPassing, readGatewayUrl } from "./ask-gateway.ts";
import { isGatewayId, parseReceiptBody } from "./parse-receipts.ts";
import { createWebhookSigner, isWebhookSecret, type WebhookSigner } from "./webhook-signature.ts";

/** The address to which SMS are posted, and the secrets that sign them. */
export interface WebhookSmsGatewayOptions {
  /** An `https` address. */
  readonly url: string;
  /** Each secret is `whsec_` and 24 to 64 bytes in base64. During a change, give the old and the new one, in any order. */
  readonly secrets: readonly string[];
  /** The secrets that sign receipts: `secrets`, unless the gateway has secrets of its own. */
  readonly receiptSecrets?: readonly string[];
  /** How long the gateway may take: 15 s by default, 0.1 to 600. Keep it below the dispatcher's limit. */
  readonly timeoutSeconds?: number;
  /** How far a receipt's timestamp may be from the clock: 300 s by default, 1 to 3,600. */
  readonly toleranceSeconds?: number;
  readonly clock?: Clock;
  /** Accepts plain HTTP to the loopback, for development. */
  readonly allowInsecureUrl?: boolean;
}

const secretList = meeting(
  "must be a list of at least one secret, each whsec_ and 24 to 64 bytes in base64",
  (value) => Array.isArray(value) && value.length > 0 && value.every(isWebhookSecret),
);

const optionsSchema = group<WebhookSmsGatewayOptions>({
  url: text("an address", /\S/),
  secrets: secretList,
  receiptSecrets: secretList.optional(),
  timeoutSeconds: numberWithin(0.1, 600).optional(),
  // Within this time, somebody who intercepted a request can send it again.
  toleranceSeconds: numberWithin(1, 3_600).optional(),
  clock: port<Clock>("now").optional(),
  allowInsecureUrl: trueOrFalse.optional(),
});

/** A gateway that also reads the receipts that are sent to it. */
export type WebhookSmsGateway = SmsGateway & Required<Pick<SmsGateway, "parseReceipts">>;

/**
 * Creates a gateway that sends SMS to any service as signed HTTP requests (Standard Webhooks 1.0.0): `POST {"id", "to", "text", "expiresAt"}`.
 *
 * `webhook-id` is the same for every attempt, so that the service can drop a duplicate. Any 2xx accepts the SMS. 408, 425, 429, 5xx,
 * silence and broken connections are retryable; every other answer, redirections included, is a refusal. The answer may hold `{"id"}`, by
 * which receipts then name the SMS; otherwise they use our id.
 *
 * @throws TypeError naming the option that is missing, unknown or cannot be right
 */
export function createWebhookSmsGateway(options: WebhookSmsGatewayOptions): WebhookSmsGateway {
  checkOptions(optionsSchema, options);
  const { secrets, receiptSecrets = secrets, timeoutSeconds = 15, toleranceSeconds = 300 } = options;
  const { clock = systemClock, allowInsecureUrl = false } = options;
  const { href } = readGatewayUrl("url", options.url, allowInsecureUrl);
  const signer = createWebhookSigner(secrets);
  const receiptSigner = createWebhookSigner(receiptSecrets);

  return {
    async send({ to, text, messageId, expiresAt }) {
      const body = JSON.stringify({ id: messageId, to, text, expiresAt });
      const timestamp = clock.now();
      const content = { id: messageId, timestamp, body: new TextEncoder().encode(body) };
      const answer = await askGateway("webhook", {
        method: "POST",
        url: href,
        headers: {
          "content-type": "application/json",
          "webhook-id": messageId,
          "webhook-timestamp": String(timestamp),
          "webhook-signature": await signer.sign(content),
        },
        body,
        signal: AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000)),
      });
      const { status, retryAfterSeconds } = answer;
      if (status < 200 || status > 299) {
        // In a page, `fetch` hides a redirection and reports the status 0.
        const reason = status === 0 ? "webhook_redirected" : `webhook_${status}`;
        throw new DeliveryError(reason, isPassing(status), { retryAfterSeconds });
      }
      return { gatewayId: readId(answer.body) ?? messageId };
    },

    async parseReceipts(request) {
      await checkSignature(request, receiptSigner, clock, toleranceSeconds);
      return parseReceiptBody(request.body);
    },
  };
}

function readId(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("id" in body)) return null;
  return isGatewayId(body.id) ? body.id : null;
}

async function checkSignature(
  { headers, body }: ReceiptRequest,
  signer: WebhookSigner,
  clock: Clock,
  toleranceSeconds: number,
): Promise<void> {
  const id = headers.get("webhook-id");
  const time = headers.get("webhook-timestamp");
  const signatures = headers.get("webhook-signature");
  if (id === undefined || time === undefined || signatures === undefined) {
    throw new ReceiptRefusedError("receipt_unsigned");
  }
  // A full stop in the id would let one signature stand for two contents.
  if (!/^[^.]{1,256}$/.test(id) || !/^[1-9]\d{0,11}$/.test(time)) {
    throw new ReceiptRefusedError("receipt_unsigned");
  }
  const timestamp = Number(time);
  if (!(await signer.verify({ id, timestamp, body }, signatures))) {
    throw new ReceiptRefusedError("receipt_signature_wrong");
  }
  if (Math.abs(clock.now() - timestamp) > toleranceSeconds) {
    throw new ReceiptRefusedError("receipt_too_old");
  }
}
