import { ActivationError } from "@educonnect-activation/core";

/** A text message ready to be sent. */
export interface SmsMessage {
  /** E.164 number, such as `+33612345678`. */
  readonly to: string;
  readonly text: string;
  /** The same for every attempt: the gateway's idempotency key. */
  readonly messageId: string;
  /** 1 for the first; a later one may follow a message that was taken although nobody heard so. */
  readonly attempt: number;
  /** When it is no longer worth delivering (epoch seconds). */
  readonly expiresAt: number;
}

/** What a gateway says when it has taken a message. */
export interface TakenSms {
  /** What its receipts will name the message by, 256 characters at most; null when it gives none. */
  readonly gatewayId: string | null;
}

/** What became of a message, for good. */
export interface SmsReceipt {
  /** As `send` told it. */
  readonly gatewayId: string;
  readonly status: "delivered" | "failed";
  /** Why it failed: short, stable, snake_case and free of personal data, as it is kept, logged and audited; null when nobody said. */
  readonly reason: string | null;
}

/** A request that brings receipts, as it was received. */
export interface ReceiptRequest {
  /** The headers it was signed with (Standard Webhooks), those that were sent, by their lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  /** The exact bytes, as they were signed. */
  readonly body: Uint8Array;
}

/** Receipts that can't be trusted or read: `reason` says why, for the log; whoever sent them learns nothing. */
export class ReceiptRefusedError extends ActivationError {
  override readonly name = "ReceiptRefusedError";
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super("receipt_refused", `the receipts were refused: ${reason}`, options);
    this.reason = reason;
  }
}

/** Hands text messages to an operator. */
export interface SmsGateway {
  /**
   * Resolves when the operator has taken the message; may be called again for the same one.
   *
   * @throws {DeliveryError} when it was not taken
   */
  send(message: SmsMessage): Promise<TakenSms>;
  /**
   * Asks what became of a message, where the operator has to be asked; null while it is on its way.
   *
   * @throws {DeliveryError} when the operator can't be asked now (retryable), or will never know (not retryable)
   */
  readReceipt?(gatewayId: string): Promise<SmsReceipt | null>;
  /**
   * Reads what the operator sends by itself; news that settles nothing yet is left out.
   *
   * @throws {ReceiptRefusedError} when the request is not the operator's, is too old or is no receipt
   */
  parseReceipts?(request: ReceiptRequest): Promise<readonly SmsReceipt[]>;
  /** Ends the connections. */
  close?(): Promise<void>;
}
