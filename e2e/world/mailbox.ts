import { vi } from "vitest";

/** A mail as it was received over SMTP, with what its reader needs of it. */
export interface ReceivedMail {
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly code: string;
}

interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const firstOf = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? "";

/** Everybody's mail, as the demo received it. */
export class Mailbox {
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The mails that an address has received so far, the oldest first. */
  async read(address: string): Promise<readonly ReceivedMail[]> {
    const response = await fetch(`${this.#origin}/demo/mails.json`);
    const mails: readonly SentMail[] = await response.json();
    return mails
      .filter(({ to }) => to === address)
      .map(({ subject, text }) => ({
        subject,
        text,
        link: firstOf(/(https?:\/\/\S+#\S+)/u, text),
        code: firstOf(/^\s*(\d{4} ?\d{4})\s*$/mu, text),
      }));
  }

  /** Waits until an address has received so many mails, and gives the last. */
  async await(address: string, count = 1): Promise<ReceivedMail> {
    return vi.waitFor(
      async () => {
        const mails = await this.read(address);
        const mail = mails[count - 1];
        if (mail === undefined) throw new Error(`${address} received ${mails.length} of ${count} mails`);
        return mail;
      },
      { timeout: 20_000, interval: 100 },
    );
  }
}
