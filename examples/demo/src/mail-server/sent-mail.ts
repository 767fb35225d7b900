/** A mail that the demo's mail server has received, as `/demo/mails.json` gives it. */
export interface SentMail {
  /** Bare addresses, separated by a comma and a space. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Empty when the mail had no HTML. */
  readonly html: string;
  /** ISO instant of its reception. */
  readonly sentAt: string;
}

/** Narrows a line of the mailbox file. */
export function isSentMail(value: unknown): value is SentMail {
  return (
    typeof value === "object" &&
    value !== null &&
    ["to", "subject", "text", "html", "sentAt"].every(
      (field) => typeof Object.entries(value).find(([name]) => name === field)?.[1] === "string",
    )
  );
}
