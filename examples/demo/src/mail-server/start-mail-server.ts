import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readJsonLines } from "../json-lines-file.ts";
import { isSentMail, type SentMail } from "./sent-mail.ts";

/** The mail server that runs beside the demo. */
export interface MailServer {
  /** Where it listens, on 127.0.0.1. */
  readonly port: number;
  readonly processId: number;
  /** Every mail kept so far, the oldest first. */
  mails(): readonly SentMail[];
  /** Lets it finish what it is receiving; resolves when its process has ended. */
  stop(): Promise<void>;
}

const stopTimeoutMilliseconds = 5000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the mail server ended with code ${code}`)));
    child.on("message", (message) => {
      if (isRecord(message) && message["type"] === "listening" && typeof message["port"] === "number") {
        resolve(message["port"]);
      }
    });
  });
}

/**
 * Starts a real SMTP server as a process of its own, on a free port of the loopback.
 *
 * @param path the file its mails are kept in, one JSON object a line; mails already there are read first
 * @param onExit called when the server ends without having been stopped
 */
export async function startMailServer(
  path: string,
  onExit: (code: number | null) => void = () => {},
): Promise<MailServer> {
  const mails: SentMail[] = (await readJsonLines(path)).filter(isSentMail);
  const child = fork(fileURLToPath(new URL("main.ts", import.meta.url)), [path], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.on("message", (message) => {
    if (isRecord(message) && message["type"] === "mail" && isSentMail(message["mail"])) {
      mails.push(message["mail"]);
    }
  });
  const port = await listening(child);
  const exited = once(child, "exit");
  let isStopping = false;
  child.once("exit", (code) => {
    if (!isStopping) onExit(code);
  });
  return {
    port,
    processId: child.pid ?? 0,
    mails: () => mails,
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const timer = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMilliseconds);
      child.kill("SIGTERM");
      await exited;
      clearTimeout(timer);
    },
  };
}
