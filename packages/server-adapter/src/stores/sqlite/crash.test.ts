import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { createSqliteStore } from "./sqlite-store.ts";

/** Commits for ever, and names each pair of rows once its commit has resolved. */
const script = `
  import { createSqliteStore } from ${JSON.stringify(new URL("sqlite-store.ts", import.meta.url).href)};
  const store = await createSqliteStore({ path: process.argv[1] });
  for (let number = 0; ; number += 1) {
    const name = process.pid + "." + number;
    const result = await store.commit([
      { type: "insert", table: "identifiers", row: { identifier: name, stem: "a" } },
      { type: "insert", table: "identifier_stems", row: { stem: name, allocated: number } },
    ]);
    if (!result.committed) throw new Error("A commit of new rows was refused.");
    process.stdout.write(name + "\\n");
  }
`;
const options = ["--conditions=educonnect-source", "--input-type=module", "--eval", script];

/** Runs the process, kills it after `count` acknowledgements and gives all it acknowledged. */
async function acknowledgedUntilKilled(path: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [...options, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill("SIGKILL");
  }
  const [, signal] = await exited;
  expect(signal).toBe("SIGKILL");
  return acknowledged;
}

it("has every acknowledged commit, and no half of one, after processes are killed while they commit", async () => {
  const folder = await mkdtemp(join(tmpdir(), "educonnect-crash-"));
  try {
    const path = join(folder, "store.sqlite");
    const runs = await Promise.all([1, 17, 150].map((count) => acknowledgedUntilKilled(path, count)));
    const store = await createSqliteStore({ path });
    const identifiers = (await store.find("identifiers", { where: {} })).map((row) => row.identifier);
    const stems = (await store.find("identifier_stems", { where: {} })).map((row) => row.stem);
    await store.close();
    expect(identifiers).toEqual(expect.arrayContaining(runs.flat()));
    expect(identifiers.sort()).toEqual(stems.sort());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
