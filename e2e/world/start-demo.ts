import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A demo in a process of its own, with fresh data. */
export interface Demo {
  readonly origin: string;
  /** Where FranceConnect's stand-in is told what is to fail; null for a demo that was not started `--breakable`. */
  readonly faultsUrl: string | null;
  /** Ends it as Ctrl-C would, and tells its exit code. */
  stop(): Promise<number | null>;
}

/** Long enough to meet the countdown, short enough to wait it out. */
const cooldownSeconds = "6";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Starts the demo as `pnpm demo` does, on a free port, and waits until it says that it is ready.
 *
 * @param options more of the demo's own, such as `--no-sms`
 * @throws {Error} with what it printed when it ends before.
 */
export async function startDemo(options: readonly string[] = []): Promise<Demo> {
  const demo = spawn(
    process.execPath,
    [
      "--conditions=educonnect-source",
      "scripts/demo.ts",
      "--port",
      "0",
      "--cooldown",
      cooldownSeconds,
      ...options,
    ],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let errors = "";
  demo.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(demo, "exit");
  let faultsUrl: string | null = null;
  for await (const line of createInterface({ input: demo.stdout })) {
    faultsUrl = /^Pannes\s+(\S+)$/u.exec(line)?.[1] ?? faultsUrl;
    if (!line.startsWith("ready ")) continue;
    return {
      faultsUrl,
      origin: line.slice("ready ".length),
      async stop() {
        demo.kill("SIGINT");
        await exited;
        return demo.exitCode;
      },
    };
  }
  throw new Error(`The demo ended before it was ready: ${errors}`);
}
