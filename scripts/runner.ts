import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

export interface RunnerResult {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  readonly seconds: number;
}

export interface Runner {
  readonly name: string;
  /** @param countsFile where a runner that counts its tests is to leave its report */
  command(countsFile: string): readonly string[];
  /** Reads the report; absent when the runner is one check, passed or failed as a whole. */
  readonly count?: (report: unknown) => { passed: number; failed: number };
}

/**
 * Runs a command of node_modules/.bin and adds up its tests.
 *
 * A runner that fails counts at least one failure whatever its report says, and so does one that ran no test.
 */
export async function runRunner(runner: Runner, countsFile: string): Promise<RunnerResult> {
  const startedAt = performance.now();
  const { exitCode, output } = await execute(runner.command(countsFile), countsFile);
  const seconds = (performance.now() - startedAt) / 1000;
  if (runner.count === undefined) {
    return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, output, seconds };
  }
  const report = await readReport(countsFile);
  const { passed, failed } = report === undefined ? { passed: 0, failed: 0 } : runner.count(report);
  if (exitCode !== 0) return { passed, failed: Math.max(failed, 1), output, seconds };
  if (passed + failed === 0) return { passed, failed: 1, output: `${output}\nNo test was run.\n`, seconds };
  return { passed, failed, output, seconds };
}

async function execute(
  command: readonly string[],
  countsFile: string,
): Promise<{ exitCode: number; output: string }> {
  const [program = "", ...args] = command;
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const env = { ...inherited, EDUCONNECT_COUNTS_FILE: countsFile, NO_COLOR: "1" };
  const child = spawn(program, args, {
    env,
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => chunks.push(chunk));
  }
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, output: chunks.join("") }));
  });
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
