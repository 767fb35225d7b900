import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { summarize } from "../measure/statistics.ts";
import type { Row } from "../report.ts";
import type { Scale } from "../measure/rounds.ts";

const run = promisify(execFile);

/** The figures of core: how fast its pure functions are, and that identifiers stay cheap for a whole country. */
export async function measureCore({ isNational }: Scale): Promise<readonly Row[]> {
  return [
    ...(await measureSpeed("transition", "transitions")),
    ...(await measureSpeed("password", "password evaluations without strength")),
    ...(await measureIdentifiers(isNational ? 15_000_000 : 1_000_000)),
  ];
}

/** Runs a script of `core/` in a process of its own, as it prints one line of JSON last. */
async function runScript(name: string, args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const script = fileURLToPath(new URL(`../core/${name}.ts`, import.meta.url));
  const { stdout } = await run(process.execPath, [...process.execArgv, script, ...args]);
  const printed: unknown = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  if (typeof printed !== "object" || printed === null) throw new Error(`${name} printed no JSON object`);
  return { ...printed };
}

function numberOf(printed: Readonly<Record<string, unknown>>, name: string): number {
  const value = printed[name];
  if (typeof value !== "number") throw new Error(`the figure "${name}" is missing`);
  return value;
}

async function measureSpeed(script: string, what: string): Promise<readonly Row[]> {
  const printed = await runScript(script, []);
  const perSecond = numberOf(printed, "perSecond");
  return [
    {
      id: `core-${script}`,
      what,
      unit: "/s",
      reach: { atLeast: numberOf(printed, "goal") },
      result: {
        median: perSecond,
        low: numberOf(printed, "low"),
        high: numberOf(printed, "high"),
        rounds: 9,
      },
      parts: { "bare per second": numberOf(printed, "barePerSecond"), ratio: numberOf(printed, "ratio") },
    },
  ];
}

async function measureIdentifiers(people: number): Promise<readonly Row[]> {
  const printed = await runScript("identifiers", [String(people)]);
  return [
    {
      id: "core-identifiers-tries",
      what: "tries to allocate an identifier, on average",
      unit: "tries",
      reach: { atMost: 2 },
      result: summarize([numberOf(printed, "averageTries")]),
      parts: {
        people,
        "worst tries": numberOf(printed, "worstTries"),
        "µs each": numberOf(printed, "microsecondsEach"),
      },
    },
    {
      id: "core-identifiers-collisions",
      what: "identifiers given twice",
      unit: "collisions",
      reach: { atMost: 0 },
      result: summarize([numberOf(printed, "collisions")]),
      parts: {},
    },
    {
      id: "core-identifiers-flat",
      what: "time of the last tenth of the people ÷ of the second",
      unit: "ratio",
      reach: null,
      result: summarize([numberOf(printed, "lastTenthToSecond")]),
      parts: {},
    },
  ];
}
