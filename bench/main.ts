/**
 * Measures every row, or those named, each beside its yardstick in the same run; prints a table and writes `bench/results/`.
 *
 * `pnpm bench [--only NAME]… [--rounds N] [--size N] [--national]`, the names being those below.
 */
import { parseArgs } from "node:util";
import { measureCore } from "./rows/core.ts";
import { printHeading, printRow, describeMachine, writeResults, type Row } from "./report.ts";
import type { Scale } from "./measure/rounds.ts";

type Measure = (scale: Scale) => Promise<readonly Row[]>;

/** Loaded one by one: what one row imports shall not weigh on another. */
const measures: Readonly<Record<string, () => Promise<Measure>>> = {
  core: async () => measureCore,
  "password-step": async () => (await import("./rows/password-step.ts")).measurePasswordStep,
  hashing: async () => (await import("./rows/hashing.ts")).measureHashing,
  "activation-cpu": async () => (await import("./rows/activation-cpu.ts")).measureActivationCpu,
  "step-throughput": async () => (await import("./rows/step-throughput.ts")).measureStepThroughput,
  "two-processes": async () => (await import("./rows/two-processes.ts")).measureTwoProcesses,
  growth: async () => (await import("./rows/growth.ts")).measureGrowth,
  latency: async () => (await import("./rows/latency.ts")).measureLatency,
  overload: async () => (await import("./rows/overload.ts")).measureOverload,
  enumeration: async () => (await import("./rows/enumeration.ts")).measureEnumeration,
  "sms-latency": async () => (await import("./rows/sms-latency.ts")).measureSmsLatency,
  "class-of-thirty": async () => (await import("./rows/class-of-thirty.ts")).measureClassOfThirty,
  paint: async () => (await import("./rows/paint.ts")).measurePaint,
};

const { values } = parseArgs({
  // pnpm hands its own `--` on.
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    only: { type: "string", multiple: true },
    rounds: { type: "string", default: "9" },
    size: { type: "string", default: "1" },
    national: { type: "boolean", default: false },
  },
});
const names = values.only ?? Object.keys(measures);
const unknown = names.find((name) => !Object.hasOwn(measures, name));
if (unknown !== undefined)
  throw new TypeError(`there is no row "${unknown}", but ${Object.keys(measures).join(", ")}`);
const scale: Scale = {
  rounds: readPositive("rounds", values.rounds),
  size: readPositive("size", values.size),
  isNational: values.national,
};

const { processor, cores, memoryGib, node } = describeMachine();
console.log(`${processor}, ${cores} cores, ${memoryGib} GiB, Node ${node}; ${scale.rounds} rounds\n`);
printHeading();
const rows: Row[] = [];
for (const name of names) {
  const measure = await measures[name]?.();
  for (const row of (await measure?.(scale)) ?? []) {
    printRow(row);
    rows.push(row);
  }
}
const file = await writeResults(values.only === undefined ? "all" : names.join("+"), rows);
console.log(`\nwritten to ${file}`);

function readPositive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new TypeError(`--${name} must be a number above zero, not "${text}"`);
  return number;
}
