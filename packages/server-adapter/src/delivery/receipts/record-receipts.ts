import type { RandomSource } from "@educonnect-activation/core";
import { auditEntry } from "../../audit/audit-entry.ts";
import type { Clock } from "../../ports/clock.ts";
import { safeLogger, type Logger } from "../../ports/logger.ts";
import type { SmsReceipt } from "../../ports/sms-gateway.ts";
import type { Store } from "../../ports/store.ts";
import type { Tables } from "../../ports/tables.ts";
import { smsTtlSeconds } from "./sms-row.ts";

/** What `recordReceipts` needs. */
export interface ReceiptsEnvironment {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly logger: Logger;
}

type SmsRow = Tables["texts"];

/** A warning counts the SMS sent in the last hour, and only the latest of them when there are many. */
const countedSeconds = 3600;
const mostCounted = 1000;

/**
 * Records receipts of SMS, each with an audit entry and a log line that name the message by its random id.
 *
 * Receipts may come any number of times and in any order. A delivered SMS stays delivered; a failed one may still turn out to be
 * delivered. Receipts for unknown SMS are ignored. After failures a warning is logged, `sms_failing`, with the counts of the last hour.
 *
 * @returns how many receipts changed something
 * @throws {StoreUnavailableError} when the store cannot be reached; send the receipts again then
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

/** Records one receipt; false when the state of the SMS does not allow it. */
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
    // Another receipt for the same SMS was faster; this one may still apply.
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
