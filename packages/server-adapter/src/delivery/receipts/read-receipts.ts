import { DeliveryError } from "../../ports/delivery-error.ts";
import { safeLogger } from "../../ports/logger.ts";
import type { SmsGateway, SmsReceipt } from "../../ports/sms-gateway.ts";
import type { Tables } from "../../ports/tables.ts";
import { recordReceipts, type ReceiptsEnvironment } from "./record-receipts.ts";
import { checkDelaySeconds } from "./sms-row.ts";

/** What asking for receipts takes. */
export interface ReceiptReaderEnvironment extends ReceiptsEnvironment {
  readonly smsGateway: SmsGateway;
}

type SmsRow = Tables["texts"];

/** One call stays short; what is left falls to the next. */
const mostAsked = 50;

/**
 * Asks the gateway what became of the texts whose time has come, at most 50 of them, and records it.
 *
 * Call it every few seconds, from one process or all: each text is asked for by one of them, after 15 s, then twice as long each time up to
 * an hour, until it is settled or three days have gone by. Does nothing for a gateway that is not asked but tells.
 *
 * @returns how many texts are settled now that were not before
 * @throws {StoreUnavailableError} when the store can't be reached; nothing is lost
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

/** Puts off the next question, which also keeps other processes from asking this one; false when one of them was faster. */
async function planNextCheck({ store, clock }: ReceiptsEnvironment, row: SmsRow): Promise<boolean> {
  const { id, check_at, tries } = row;
  const next = clock.now() + checkDelaySeconds(tries + 1);
  const set = { check_at: next < row.expires_at ? next : null, tries: tries + 1 };
  const where = { id, check_at, tries };
  return (await store.commit([{ type: "update", table: "texts", where, set, expect: 1 }])).committed;
}

/** Null for no news; a gateway in trouble is asked again when the text's time comes, one that will never know is not. */
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
