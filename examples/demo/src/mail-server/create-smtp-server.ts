import { callbackify } from "node:util";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { SentMail } from "./start-mail-server.ts";

const largestMailBytes = 1024 * 1024;

/** A refusal with the reply code that SMTP gives its client (RFC 5321, 4.2.3). */
class SmtpRefusal extends Error {
  override readonly name = "SmtpRefusal";
  readonly responseCode: number;

  constructor(responseCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.responseCode = responseCode;
  }
}

/**
 * Creates an SMTP server that keeps every mail it is given and passes none on.
 *
 * It has no accounts and no TLS: it listens on the loopback only. Mails over 1 MiB are refused (552).
 *
 * @param keep called with each mail; the client is told that the mail was taken when it resolves, and to try again (451) when it rejects
 */
export function createSmtpServer(keep: (mail: SentMail) => Promise<void>): SMTPServer {
  return new SMTPServer({
    name: "localhost",
    banner: "EduConnect demo mailbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: largestMailBytes,
    logger: false,
    closeTimeout: 1000,
    onData(stream, session, callback) {
      const receive = async (): Promise<void> => {
        const parsed = await simpleParser(stream, { skipImageLinks: true, skipTextToHtml: true });
        if (stream.sizeExceeded) throw new SmtpRefusal(552, "the mail is larger than 1 MiB");
        await keep({
          to: session.envelope.rcptTo.map(({ address }) => address).join(", "),
          subject: parsed.subject ?? "",
          text: parsed.text ?? "",
          html: parsed.html || "",
          sentAt: new Date().toISOString(),
        });
      };
      callbackify(receive)((error) => {
        if (!error) callback(null, "kept");
        else if (error instanceof SmtpRefusal) callback(error);
        else callback(new SmtpRefusal(451, "the mail could not be kept", { cause: error }));
      });
    },
  });
}
