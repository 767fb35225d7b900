/** A text message ready to be sent. */
export interface TextMessage {
  /** E.164 number, such as `+33612345678`. */
  readonly to: string;
  readonly text: string;
  /** The same for every attempt: the gateway's idempotency key. */
  readonly messageId: string;
}

/** Hands text messages to an operator. */
export interface SmsGateway {
  /**
   * Resolves when the operator has taken the message; may be called again for the same one.
   *
   * @throws {DeliveryError} when it was not taken
   */
  send(message: TextMessage): Promise<void>;
  /** Ends the connections. */
  close?(): Promise<void>;
}
