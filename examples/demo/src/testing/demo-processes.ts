import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

/** A demo that said it is ready. */
export interface DemoProcess {
  readonly origin: string;
  /** What it printed, `ready …` last. */
  readonly lines: readonly string[];
  /** Sends the signals, SIGTERM by default, one right after the other, and resolves with the exit code. */
  stop(...signals: readonly NodeJS.Signals[]): Promise<number | null>;
}

/** The demos of one test, each a process of its own, with one folder for all their files. */
export interface DemoProcesses {
  /** Takes the place of the machine's folder of temporary files. */
  readonly folder: string;
  /** Starts a demo on a free port and waits until it is ready. @throws {Error} with its standard error when it ends before */
  start(args?: readonly string[]): Promise<DemoProcess>;
  /** Runs the command until it ends. */
  runToEnd(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }>;
  /** Kills what still runs and removes the folder. */
  clear(): Promise<void>;
}

async function readAll(stream: AsyncIterable<unknown> | null): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

/** Opens the folder in which a test starts its demos. */
export async function openDemoProcesses(): Promise<DemoProcesses> {
  const folder = await mkdtemp(join(tmpdir(), "educonnect-demo-test-"));
  const running = new Set<ChildProcess>();

  function spawnDemo(args: readonly string[]): ChildProcess {
    const child = spawn(process.execPath, ["--conditions=educonnect-source", main, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, TMPDIR: folder, INIT_CWD: folder },
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  }

  return {
    folder,
    async start(args = []) {
      const child = spawnDemo(["--port", "0", ...args]);
      const errors = readAll(child.stderr);
      const lines: string[] = [];
      if (child.stdout === null) throw new Error("no standard output");
      for await (const line of createInterface({ input: child.stdout })) {
        lines.push(line);
        if (!line.startsWith("ready ")) continue;
        return {
          origin: line.slice("ready ".length),
          lines,
          async stop(...signals) {
            const exited = once(child, "exit");
            for (const signal of signals.length > 0 ? signals : (["SIGTERM"] as const)) child.kill(signal);
            await exited;
            return child.exitCode;
          },
        };
      }
      throw new Error(`the demo ended before it was ready: ${await errors}`);
    },
    async runToEnd(args) {
      const child = spawnDemo(args);
      const exited = once(child, "exit");
      const [out, err] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
      await exited;
      return { code: child.exitCode, out, err };
    },
    async clear() {
      for (const child of running) {
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
