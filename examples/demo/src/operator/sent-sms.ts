/** A text message that the demo's operator has taken, as `/demo/texts.json` gives it. */
export interface SentSms {
  /** What the operator's receipts name it by. */
  readonly id: string;
  /** E.164 number. */
  readonly to: string;
  readonly text: string;
  /** ISO instant. */
  readonly sentAt: string;
  /** `sent` until its receipt was taken. */
  readonly status: "sent" | "delivered" | "failed";
}

/** A text as the operator's file keeps it; its receipt is a line of its own. */
export interface TakenSms extends Omit<SentSms, "status"> {
  /** The sender's own name for it: one that comes again is the same text. */
  readonly messageId: string;
  /** Epoch seconds after which nobody wants it any more. */
  readonly expiresAt: number;
}

/** What became of a text, once its sender was told. */
export interface SmsReceiptLine {
  readonly id: string;
  readonly status: "delivered" | "failed";
  readonly reason: string | null;
}

const hasTexts = (value: unknown, names: readonly string[]): value is object =>
  typeof value === "object" &&
  value !== null &&
  names.every((name) => typeof Reflect.get(value, name) === "string");

/** Narrows a line of the operator's file that holds a text. */
export const isTakenSms = (value: unknown): value is TakenSms =>
  hasTexts(value, ["id", "to", "text", "sentAt", "messageId"]) &&
  "expiresAt" in value &&
  typeof value.expiresAt === "number";

/** Narrows a line of the operator's file that holds a receipt. */
export const isSmsReceiptLine = (value: unknown): value is SmsReceiptLine =>
  hasTexts(value, ["id", "status"]) &&
  "status" in value &&
  (value.status === "delivered" || value.status === "failed");

/** The texts of the operator's lines, the oldest first, each with what its receipt said. */
export function readSentSms(lines: readonly unknown[]): SentSms[] {
  const statuses = new Map(lines.filter(isSmsReceiptLine).map(({ id, status }) => [id, status]));
  return lines
    .filter(isTakenSms)
    .map(({ id, to, text, sentAt }) => ({ id, to, text, sentAt, status: statuses.get(id) ?? "sent" }));
}
