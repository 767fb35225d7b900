import { parseJsonObject } from "../../security/strict-json.ts";
import { ReceiptRefusedError, type SmsReceipt } from "../../ports/sms-gateway.ts";

const mostReceipts = 100;
const longestId = 256;

/**
 * Reads `{"receipts": [{"id", "status", "reason"}]}`, at most 100 of them; `pending` ones are left out.
 *
 * @throws {ReceiptRefusedError} `receipt_malformed`
 */
export function parseReceiptBody(body: Uint8Array): readonly SmsReceipt[] {
  const { receipts }: { receipts?: unknown } = readJson(body);
  if (!Array.isArray(receipts) || receipts.length > mostReceipts) throw malformed();
  return receipts.flatMap(readReceipt);
}

function readReceipt(value: unknown): readonly SmsReceipt[] {
  if (!isRecord(value)) throw malformed();
  const { id, status, reason } = value;
  if (!isGatewayId(id)) throw malformed();
  if (status === "pending") return [];
  if (status === "delivered") return [{ gatewayId: id, status, reason: null }];
  if (status !== "failed") throw malformed();
  return [{ gatewayId: id, status, reason: readReason(reason) }];
}

/** Tells whether a value can be the id of a message: printable, and short enough for a look-up. */
export function isGatewayId(value: unknown): value is string {
  return typeof value === "string" && value.length <= longestId && /^[\x21-\x7e]+$/.test(value);
}

/** Reads a reason. Reasons are stored and logged, so anything but a plain code, and anything that might hold a number, becomes `other`. */
function readReason(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const isCode = typeof value === "string" && /^[a-z][a-z0-9_]{0,39}$/.test(value) && !/\d{4}/.test(value);
  return isCode ? value : "other";
}

/** Reads the body as strictly as any other request (decision 0043). */
function readJson(body: Uint8Array): object {
  try {
    return parseJsonObject(body);
  } catch {
    throw malformed();
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(): ReceiptRefusedError {
  return new ReceiptRefusedError("receipt_malformed");
}
