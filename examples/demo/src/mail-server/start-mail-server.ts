import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readJsonLines } from "../json-lines-file.ts";
import { isSentMail, type SentMail } from "./sent-mail.ts";

/** The mail server that runs beside the demo. */
export interface MailServer {
  /** Where it listens, on 127.0.0.1. */
  readonly port: number;
  processId(): number;
  /** Every mail kept so far, the oldest first. */
  mails(): readonly SentMail[];
  /** Lets it finish what it is receiving; resolves when its process has ended. */
  stop(): Promise<void>;
}

const stopTimeoutMilliseconds = 5000;
const restartDelayMilliseconds = 500;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Starts the process; resolves once it listens. @param onMail called with each mail it keeps */
async function startProcess(
  path: string,
  port: number,
  onMail: (mail: SentMail) => void,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = fork(fileURLToPath(new URL("main.ts", import.meta.url)), [path, String(port)], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the mail server ended with code ${code}`)));
    child.on("message", (message) => {
      if (!isRecord(message)) return;
      if (message["type"] === "mail" && isSentMail(message["mail"])) onMail(message["mail"]);
      if (message["type"] === "listening" && typeof message["port"] === "number") {
        resolve({ child, port: message["port"] });
      }
    });
  });
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
  const keep = (mail: SentMail): void => {
    mails.push(mail);
  };
  const first = await startProcess(path, 0, keep);
  const { port } = first;
  let { child } = first;
  let isStopping = false;
  let restarting: Promise<void> = Promise.resolve();

  async function restart(): Promise<void> {
    await delay(restartDelayMilliseconds);
    if (isStopping) return;
    // What the process kept but could not say any more is in the file.
    mails = await readMails();
    try {
      ({ child } = await startProcess(path, port, keep));
      watch();
    } catch {
      await restart();
    }
  }

  function watch(): void {
    child.once("exit", () => {
      if (!isStopping) restarting = restart();
    });
  }
  watch();

  return {
    port,
    processId: () => child.pid ?? 0,
    mails: () => mails,
    async stop() {
      isStopping = true;
      await restarting;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      const timer = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMilliseconds);
      child.kill("SIGTERM");
      await exited;
      clearTimeout(timer);
    },
  };
}
