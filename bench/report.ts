import { mkdir, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { summarize, type Summary } from "./measure/statistics.ts";

/** What is to be reached. */
export type Reach = { readonly atMost: number } | { readonly atLeast: number };

/** One line of the table: a figure and what it is held against. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** What is compared with the reach: a ratio, or a figure with a unit. */
  readonly result: Summary;
  readonly unit:
    | "ratio"
    | "ms"
    | "MB"
    | "of 30"
    | "/s"
    | "tries"
    | "collisions"
    | "percent"
    | "differences"
    | "of the viewport";
  /** Null for a figure that is shown for comparison only. */
  readonly reach: Reach | null;
  /** What the result was made of, by name with its unit, medians over the rounds. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A row for figures measured round by round, the ratio taken within each round. */
export function ratioRow<Name extends string>(
  { id, what, reach }: Pick<Row, "id" | "what" | "reach">,
  rounds: readonly Readonly<Record<Name, number>>[],
  ours: Name,
  yardstick: Name,
): Row {
  return {
    id,
    what,
    reach,
    unit: "ratio",
    result: summarize(rounds.map((round) => round[ours] / round[yardstick])),
    parts: {
      [ours]: summarize(rounds.map((round) => round[ours])).median,
      [yardstick]: summarize(rounds.map((round) => round[yardstick])).median,
    },
  };
}

/** Whether the median is within reach; null when nothing is to be reached. */
export function isReached({ reach, result }: Row): boolean | null {
  if (reach === null) return null;
  return "atMost" in reach ? result.median <= reach.atMost : result.median >= reach.atLeast;
}

const widths = { what: 74, result: 15, spread: 24, reach: 12 };

function format(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

function reachOf({ reach }: Row): string {
  if (reach === null) return "";
  return "atMost" in reach ? `≤ ${format(reach.atMost)}` : `≥ ${format(reach.atLeast)}`;
}

function verdictOf(row: Row): string {
  const reached = isReached(row);
  return reached === null ? "" : reached ? "reached" : "MISSED";
}

/** The heading of the table. */
export function printHeading(): void {
  const { what, result, spread, reach } = widths;
  console.log(
    `${"what".padEnd(what)}${"median".padStart(result)}${"low – high".padStart(spread)}${"reach".padStart(reach)}`,
  );
}

/** One line of the table, what it was made of below it. */
export function printRow(row: Row): void {
  const { median, low, high } = row.result;
  const unit = row.unit === "ratio" ? "" : ` ${row.unit}`;
  console.log(
    row.what.padEnd(widths.what) +
      `${format(median)}${unit}`.padStart(widths.result) +
      `${format(low)} – ${format(high)}`.padStart(widths.spread) +
      reachOf(row).padStart(widths.reach) +
      `  ${verdictOf(row)}`,
  );
  const parts = Object.entries(row.parts).map(([name, value]) => `${name} ${format(value)}`);
  if (parts.length > 0) console.log(`  ${parts.join(" · ")}`);
}

const folder = new URL("results/", import.meta.url);

/** What the figures were measured on. */
export function describeMachine() {
  const [processor] = cpus();
  return {
    processor: processor?.model ?? "unknown",
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  };
}

/** Writes the rows as JSON, to the file of that name in the folder of results. @returns its path below bench/ */
export async function writeResults(name: string, rows: readonly Row[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const results = {
    machine: describeMachine(),
    rows: rows.map((row) => ({ ...row, reached: isReached(row) })),
  };
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(results, null, 2)}\n`);
  return `bench/results/${name}.json`;
}
