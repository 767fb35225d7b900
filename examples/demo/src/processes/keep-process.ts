import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A process that runs beside the demo. */
export interface KeptProcess {
  /** Where it listens, on 127.0.0.1. */
  readonly port: number;
  processId(): number;
  /** Lets it finish what it is doing, for up to 5 s; resolves when it has ended. */
  stop(): Promise<void>;
}

/** What to run, and whom to tell. */
export interface ProcessToKeep {
  /** What it is called where it fails. */
  readonly name: string;
  readonly main: URL;
  /** What its first message holds, beside the port. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The port to begin with; 0, any free one, by default. */
  readonly port?: number;
  /** Called with every other message of the process. */
  readonly onMessage?: (message: Readonly<Record<string, unknown>>) => void;
  /** Called before it is started again: what it kept but could not say any more is to be read anew. */
  readonly onRestart?: () => Promise<void>;
}

const stopTimeoutMilliseconds = 5000;
const restartDelayMilliseconds = 500;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Starts the process; resolves once it listens. */
async function startProcess(
  { name, main, settings, onMessage }: ProcessToKeep,
  port: number,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = fork(fileURLToPath(main), [], {
    execArgv: ["--conditions=educonnect-source"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${name} ended with code ${code}`)));
    child.on("message", (message) => {
      if (!isRecord(message)) return;
      if (message["type"] !== "listening") onMessage?.(message);
      else if (typeof message["port"] === "number") resolve({ child, port: message["port"] });
    });
    child.send({ ...settings, port }, (error) => error && reject(error));
  });
}

/**
 * Runs a module as a process of its own, on a port of the loopback; one that dies is started again, at the same port.
 *
 * The module is told its settings by its first message and answers `{ type: "listening", port }`.
 *
 * @throws when it can't be started the first time
 */
export async function keepProcess(wanted: ProcessToKeep): Promise<KeptProcess> {
  const first = await startProcess(wanted, wanted.port ?? 0);
  const { port } = first;
  let { child } = first;
  let isStopping = false;
  let restarting: Promise<void> = Promise.resolve();

  async function restart(): Promise<void> {
    await delay(restartDelayMilliseconds);
    if (isStopping) return;
    try {
      await wanted.onRestart?.();
      ({ child } = await startProcess(wanted, port));
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
