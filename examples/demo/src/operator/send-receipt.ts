import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { SmsReceiptLine } from "./sent-sms.ts";
import { signRequest } from "./webhook-signature.ts";

const retryMilliseconds = [500, 1000, 2000, 5000, 10_000, 30_000] as const;

/** Where receipts go, and what signs them. */
export interface ReceiptTarget {
  readonly url: string;
  readonly secret: string;
}

async function post({ url, secret }: ReceiptTarget, receipt: SmsReceiptLine): Promise<boolean> {
  const id = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const body = JSON.stringify({ receipts: [receipt] });
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signRequest(secret, { id, timestamp, body }),
    },
    body,
    signal: AbortSignal.timeout(5000),
  });
  return response.ok;
}

/** Tells a sender what became of its text, again and again for most of a minute. @returns whether the sender took it */
export async function sendReceipt(target: ReceiptTarget, receipt: SmsReceiptLine): Promise<boolean> {
  for (const milliseconds of retryMilliseconds) {
    if (await post(target, receipt).catch(() => false)) return true;
    await delay(milliseconds, undefined, { ref: false });
  }
  return false;
}
