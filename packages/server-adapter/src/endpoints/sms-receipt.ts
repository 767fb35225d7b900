import { recordReceipts, type ReceiptsEnvironment } from "../delivery/receipts/record-receipts.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { ReceiptRefusedError, type ReceiptRequest, type SmsReceipt } from "../ports/sms-gateway.ts";

/** What this method works with. */
export interface ReceiptRouteEnvironment extends ReceiptsEnvironment {
  /** The gateway's `parseReceipts`; null when it sends none. */
  readonly smsReceipts: ((request: ReceiptRequest) => Promise<readonly SmsReceipt[]>) | null;
}

/**
 * Records the receipts a gateway sends; sending them again changes nothing.
 *
 * The gateway's signature is what lets them in, so there is neither cookie nor Origin to look at. The answer says nothing of which texts
 * are known.
 */
export async function smsReceipt(
  environment: ReceiptRouteEnvironment,
  { body, webhookHeaders: headers }: PlainRequest,
): Promise<PlainResponse> {
  const { smsReceipts, logger } = environment;
  if (smsReceipts === null) throw new ProblemError("endpoint_unknown");
  if (body === "tooLarge") throw new ProblemError("body_too_large");
  let receipts: readonly SmsReceipt[];
  try {
    receipts = await smsReceipts({ headers, body: body ?? new Uint8Array() });
  } catch (error) {
    if (!(error instanceof ReceiptRefusedError)) throw error;
    logger.log("warn", "receipt_refused", { reason: error.reason });
    throw new ProblemError("receipt_refused");
  }
  await recordReceipts(environment, receipts);
  return { status: 204, body: null };
}
