import { ActivationError } from "@educonnect-activation/core";

/** What a delivery error carries besides its reason. */
export interface DeliveryErrorOptions extends ErrorOptions {
  readonly retryAfterSeconds?: number | null;
}

/**
 * A message that a gateway did not take.
 *
 * `retryable` tells a passing trouble (connection, time-out, SMTP 4xx, HTTP 5xx or 429) from a refusal that will not change.
 * `retryAfterSeconds` is how long the gateway asked to be left alone; null when it did not say.
 * `reason` is short, stable and free of personal data, as it is logged and audited; whatever the gateway said is only in `cause`.
 */
export class DeliveryError extends ActivationError {
  override readonly name = "DeliveryError";
  readonly retryable: boolean;
  readonly reason: string;
  readonly retryAfterSeconds: number | null;

  constructor(reason: string, retryable: boolean, options: DeliveryErrorOptions = {}) {
    super("delivery_failed", `the gateway did not take the message: ${reason}`, options);
    this.reason = reason;
    this.retryable = retryable;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
