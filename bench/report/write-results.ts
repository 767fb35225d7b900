import { mkdir, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { isReached, type Row } from "./row.ts";

const folder = new URL("../results/", import.meta.url);

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
