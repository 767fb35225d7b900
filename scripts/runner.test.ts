import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestSuiteResult } from "@web/test-runner-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRunner, type RunnerResult } from "./runner.ts";
import { stages } from "./runners.ts";
import { countSessions } from "./web-test-runner-counts.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-runner-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs a script that stands in for a runner's program: it says something, may leave a report, and ends. */
async function runScript(script: string, counts: boolean): Promise<RunnerResult> {
  const elements = stages.flat().find(({ name }) => name === "elements");
  return await runRunner(
    {
      name: "script",
      command: () => [process.execPath, "--eval", script],
      ...(counts && elements?.count !== undefined && { count: elements.count }),
    },
    join(folder, `${Math.random()}.json`),
  );
}

function reporting(counts: object, exitCode: number): string {
  const report = JSON.stringify(JSON.stringify(counts));
  return `fs.writeFileSync(process.env.EDUCONNECT_COUNTS_FILE, ${report}); process.exitCode = ${exitCode};`;
}

describe("runRunner", () => {
  it("counts a check as one", async () => {
    expect(await runScript("", false)).toMatchObject({ passed: 1, failed: 0 });
    expect(await runScript("console.error('why'); process.exitCode = 2", false)).toMatchObject({
      passed: 0,
      failed: 1,
      output: "why\n",
    });
  });

  it("takes the counts of the report", async () => {
    expect(await runScript(reporting({ passed: 5, failed: 0 }, 0), true)).toMatchObject({
      passed: 5,
      failed: 0,
    });
    expect(await runScript(reporting({ passed: 5, failed: 2 }, 1), true)).toMatchObject({
      passed: 5,
      failed: 2,
    });
  });

  it("counts a failure when the runner fails without a failed test", async () => {
    expect(await runScript(reporting({ passed: 5, failed: 0 }, 1), true)).toMatchObject({
      passed: 5,
      failed: 1,
    });
    expect(await runScript("process.exitCode = 1", true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("counts a failure when no test was run", async () => {
    expect(await runScript("", true)).toMatchObject({ passed: 0, failed: 1, output: "\nNo test was run.\n" });
    expect(await runScript(reporting({ passed: 0, failed: 0 }, 0), true)).toMatchObject({ failed: 1 });
  });
});

describe("countVitest", () => {
  it("counts a file that can't be loaded as one failure", () => {
    const units = stages.flat().find(({ name }) => name === "units");
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: "failed", assertionResults: [{ status: "failed" }] },
        { status: "failed", assertionResults: [] },
        { status: "passed", assertionResults: [{ status: "passed" }] },
      ],
    };
    expect(units?.count?.(report)).toEqual({ passed: 3, failed: 2 });
  });
});

describe("countSessions", () => {
  const results = (passed: boolean[]): TestSuiteResult => ({
    name: "",
    tests: passed.map((isPassed) => ({ name: "", passed: isPassed, skipped: false })),
    suites: [{ name: "", tests: [{ name: "", passed: true, skipped: false }], suites: [] }],
  });

  it("adds up tests and suites within suites", () => {
    expect(countSessions([{ errors: [], passed: false, testResults: results([true, false]) }])).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  it("counts a session that broke outside its tests", () => {
    expect(countSessions([{ errors: [], passed: false }])).toEqual({ passed: 0, failed: 1 });
  });
});
