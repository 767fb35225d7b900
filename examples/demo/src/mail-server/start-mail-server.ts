import { readJsonLines } from "../json-lines-file.ts";
import { keepProcess, type KeptProcess } from "../processes/keep-process.ts";

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
function isSentMail(value: unknown): value is SentMail {
  return (
    typeof value === "object" &&
    value !== null &&
    ["to", "subject", "text", "html", "sentAt"].every(
      (field) => typeof Object.entries(value).find(([name]) => name === field)?.[1] === "string",
    )
  );
}

/** The mail server that runs beside the demo. */
export interface MailServer extends KeptProcess {
  /** Every mail kept so far, the oldest first. */
  mails(): readonly SentMail[];
}

/**
 * Starts a real SMTP server as a process of its own, on a free port of the loopback.
 *
 * A process that dies is started again at the same port; meanwhile mails wait in the outbox of whoever sends them.
 *
 * @param path the file its mails are kept in, one JSON object a line; mails already there are read first
 * @throws when it can't listen or write
 */
export async function startMailServer(path: string): Promise<MailServer> {
  const readMails = async (): Promise<SentMail[]> => (await readJsonLines(path)).filter(isSentMail);
  let mails = await readMails();
  const server = await keepProcess({
    name: "the mail server",
    main: new URL("main.ts", import.meta.url),
    settings: { path },
    onMessage: ({ type, mail }) => {
      if (type === "mail" && isSentMail(mail)) mails.push(mail);
    },
    onRestart: async () => {
      mails = await readMails();
    },
  });
  return { ...server, mails: () => mails };
}
