/** A mail ready to be sent, both ways of reading it included. */
export interface Mail {
  /** One bare address, without a display name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every attempt, so that a receiving server can drop a duplicate; used left of the `@` of `Message-ID` (RFC 5322, 3.6.4). */
  readonly messageId: string;
}

/** Hands mails to a server that will deliver them. */
export interface Mailer {
  /**
   * Resolves when the server has taken responsibility for the mail; may be called again for the same one.
   *
   * @throws {DeliveryError} when it was not taken
   */
  send(mail: Mail): Promise<void>;
  /** Ends the connections. */
  close?(): Promise<void>;
}
