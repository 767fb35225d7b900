import { readJsonLines } from "../json-lines-file.ts";
import { keepProcess, type KeptProcess } from "../processes/keep-process.ts";
import { readSentSms, type SentSms } from "./sent-sms.ts";

/** What the operator works with. */
export interface OperatorOptions {
  /** The file its texts are kept in, one JSON object a line; those already there are read first. */
  readonly path: string;
  /** What texts and receipts are signed with: `whsec_` and base64. */
  readonly secret: string;
  /** Where receipts are posted. */
  readonly receiptsUrl: string;
  /** Numbers (E.164) that are out of service: their receipts say so. */
  readonly unreachable?: readonly string[];
}

/** The stand-in of a mobile operator that runs beside the demo. */
export interface Operator extends KeptProcess {
  /** Where texts are posted. */
  readonly url: string;
  /** Every text taken so far, the oldest first. */
  texts(): readonly SentSms[];
}

/**
 * Starts the stand-in of a mobile operator as a process of its own, which takes signed texts and sends signed receipts.
 *
 * A process that dies is started again at the same port; meanwhile texts wait in the outbox of whoever sends them.
 *
 * @throws when it can't listen or write
 */
export async function startOperator(options: OperatorOptions): Promise<Operator> {
  let texts = readSentSms(await readJsonLines(options.path));
  let reading = Promise.resolve();
  const read = (): Promise<void> => {
    reading = reading
      .catch(() => {})
      .then(async () => {
        texts = readSentSms(await readJsonLines(options.path));
      });
    return reading;
  };
  const server = await keepProcess({
    name: "the mobile operator",
    main: new URL("main.ts", import.meta.url),
    settings: { ...options },
    onMessage: ({ type }) => {
      // A file that can't be read now is read at the next change.
      if (type === "changed") void read().catch(() => {});
    },
    onRestart: read,
  });
  return { ...server, url: `http://127.0.0.1:${server.port}/texts`, texts: () => texts };
}
