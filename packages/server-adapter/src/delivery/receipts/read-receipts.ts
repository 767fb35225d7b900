import { DeliveryError } from "../../ports/delivery-error.ts";
import { safeLogger } from "../../ports/logger.ts";
import type { SmsGateway, SmsReceipt } from "../../ports/sms-gateway.ts";
import type { Tables } from "../../ports/tables.ts";
import { recordReceipts, type ReceiptsEnvironment } from "./record-receipts.ts";
import { checkDelaySeconds } from "./sms-row.ts";

/** What `readReceipts` needs. */
export interface ReceiptReaderEnvironment extends ReceiptsEnvironment {
  readonly smsGateway: SmsGateway;
}

type SmsRow = Tables["texts"];

/** Keeps a call short; the next call asks for the rest. */
const mostAsked = 50;

/**
 * Asks the gateway for the receipts that are due, at most 50 of them, and records them.
 *
 * Call it every few seconds, from one process or all. One process asks for each SMS, after 15 s and then at intervals that double up to
 * an hour, until the receipt has come or three days have passed. Does nothing for a gateway that sends receipts by itself.
 *
 * @returns how many receipts were recorded
 * @throws {StoreUnavailableError} when the store cannot be reached; nothing is lost
 */
export async function readReceipts(environment: ReceiptReaderEnvironment): Promise<number> {
  const { store, clock, smsGateway } = environment;
  if (smsGateway.readReceipt === undefined) return 0;
  const due = await store.find("texts", {
    where: { check_at: { atMost: clock.now() } },
    orderBy: "check_at",
    limit: mostAsked,
  });
  const receipts: SmsReceipt[] = [];
  for (const row of due) {
    if (!(await planNextCheck(environment, row))) continue;
    const receipt = await ask(environment, row);
    if (receipt !== null) receipts.push(receipt);
  }
  return recordReceipts(environment, receipts);
}

/** Postpones the next check, which also keeps other processes from asking now; false when one of them was faster. */
async function planNextCheck({ store, clock }: ReceiptsEnvironment, row: SmsRow): Promise<boolean> {
  const { id, check_at, tries } = row;
  const next = clock.now() + checkDelaySeconds(tries + 1);
  const set = { check_at: next < row.expires_at ? next : null, tries: tries + 1 };
  const where = { id, check_at, tries };
  return (await store.commit([{ type: "update", table: "texts", where, set, expect: 1 }])).committed;
}

/** Asks for one receipt; null when there is none yet. After a temporary failure the gateway is asked again later, after a final one it is not. */
async function ask(
  { store, logger, smsGateway }: ReceiptReaderEnvironment,
  { id, gateway_id, tries }: SmsRow,
): Promise<SmsReceipt | null> {
  if (gateway_id === null) return null;
  try {
    return (await smsGateway.readReceipt?.(gateway_id)) ?? null;
  } catch (error) {
    const isFinal = error instanceof DeliveryError && !error.retryable;
    const reason = error instanceof DeliveryError ? error.reason : "gateway_error";
    safeLogger(logger).log("warn", "receipt_unread", { id, tries: tries + 1, reason });
    if (isFinal) {
      await store.commit([{ type: "update", table: "texts", where: { id }, set: { check_at: null } }]);
    }
    return null;
  }
}
