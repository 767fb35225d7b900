import { recordReceipts } from "../delivery/receipts/record-receipts.ts";
import { ProblemError } from "../http/problem.ts";
import { signedBytes } from "../http/read-body.ts";
import { ReceiptRefusedError, type SmsReceipt } from "../ports/sms-gateway.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";

/**
 * Records the receipts a gateway sends; sending them again changes nothing.
 *
 * The gateway's signature is what lets them in, so there is neither cookie nor Origin to look at. The answer says nothing of which SMS
 * are known.
 */
export const smsReceipt = defineEndpoint({
  method: "POST",
  path: "/sms/receipts",
  caller: "gateway",
  body: signedBytes,
  requires: nothing,
  response: "nothing",
  problems: ["endpoint_unknown", "receipt_refused"],
  summary: "What became of SMS",
  description:
    "For the SMS gateway, which signs it (Standard Webhooks); 404 where the gateway sends no receipts. Sending one again changes nothing.",
  async handle(context, { request: { webhookHeaders: headers }, body }) {
    const { smsReceipts, logger } = context;
    if (smsReceipts === null) throw new ProblemError("endpoint_unknown");
    let receipts: readonly SmsReceipt[];
    try {
      receipts = await smsReceipts({ headers, body });
    } catch (error) {
      if (!(error instanceof ReceiptRefusedError)) throw error;
      logger.log("warn", "receipt_refused", { reason: error.reason });
      throw new ProblemError("receipt_refused");
    }
    await recordReceipts(context, receipts);
    return { status: 204, body: null };
  },
});
