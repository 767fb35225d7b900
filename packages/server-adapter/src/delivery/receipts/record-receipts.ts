import type { RandomSource } from "@educonnect-activation/core";
import { auditEntry } from "../../audit/audit-entry.ts";
import type { Clock } from "../../ports/clock.ts";
import { safeLogger, type Logger } from "../../ports/logger.ts";
import type { SmsReceipt } from "../../ports/sms-gateway.ts";
import type { Store } from "../../ports/store.ts";
import type { Tables } from "../../ports/tables.ts";
import { smsTtlSeconds } from "./sms-row.ts";

/** What recording a receipt takes. */
export interface ReceiptsEnvironment {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly logger: Logger;
}

type SmsRow = Tables["texts"];

/** The texts that a warning counts: those sent in the last hour, the latest of them where there are many. */
const countedSeconds = 3600;
const mostCounted = 1000;

/**
 * Records what became of texts, each with an audit entry and a line in the log by the message's random id; any number of times, in any order.
 *
 * A text that was delivered stays so; one that had failed may still have been delivered, after all. Receipts for texts nobody knows are
 * ignored. Failures are followed by a warning, `sms_failing`, with the counts of the last hour.
 *
 * @returns how many receipts changed something
 * @throws {StoreUnavailableError} when the store can't be reached; sending the receipts again makes up for it
 */
export async function recordReceipts(
  environment: ReceiptsEnvironment,
  receipts: readonly SmsReceipt[],
): Promise<number> {
  let recorded = 0;
  let hasFailures = false;
  for (const receipt of receipts) {
    const rows = await environment.store.find("texts", { where: { gateway_id: receipt.gatewayId } });
    for (const row of rows) {
      if (!(await recordReceipt(environment, row, receipt))) continue;
      recorded += 1;
      hasFailures ||= receipt.status === "failed";
    }
  }
  if (hasFailures) await warnOfFailures(environment);
  return recorded;
}

/** False when the text's state takes no such news. */
async function recordReceipt(
  { store, clock, random, logger }: ReceiptsEnvironment,
  row: SmsRow,
  { status, reason }: SmsReceipt,
): Promise<boolean> {
  const { id } = row;
  const event = status === "delivered" ? "sms_delivered" : "sms_failed";
  let text: SmsRow | undefined = row;
  while (text !== undefined && isNews(text, status)) {
    const where = { id, status: text.status };
    const { committed } = await store.commit([
      { type: "update", table: "texts", where, set: { status, reason, check_at: null }, expect: 1 },
      auditEntry(random, clock.now(), event, null, { message: id, reason }),
    ]);
    if (committed) {
      safeLogger(logger).log(status === "delivered" ? "info" : "warn", event, { id, reason });
      return true;
    }
    // Another receipt for the same text was faster; it may leave room for this one.
    [text] = await store.find("texts", { where: { id } });
  }
  return false;
}

function isNews(row: SmsRow, status: SmsReceipt["status"]): boolean {
  return row.status === "sent" || (row.status === "failed" && status === "delivered");
}

/** One failure is a phone switched off; many are a gateway that no longer delivers. */
async function warnOfFailures({ store, clock, logger }: ReceiptsEnvironment): Promise<void> {
  const above = clock.now() + smsTtlSeconds - countedSeconds;
  const rows = await store.find("texts", {
    where: { expires_at: { above } },
    orderBy: "expires_at",
    limit: mostCounted,
  });
  const count = (status: SmsRow["status"]) => rows.filter((row) => row.status === status).length;
  safeLogger(logger).log("warn", "sms_failing", {
    failed: count("failed"),
    delivered: count("delivered"),
    unknown: count("sent"),
    seconds: countedSeconds,
  });
}
