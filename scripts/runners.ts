import type { Runner } from "./runner.ts";

/** The runners of `pnpm test`, stage by stage; those of one stage run side by side. */
export const stages: readonly (readonly Runner[])[] = [
  [
    { name: "types", command: () => ["tsc", "--build", "--pretty", "false"] },
    { name: "lint", command: () => ["oxlint", "--deny-warnings"] },
    { name: "format", command: () => ["oxfmt", "--check"] },
    vitestRunner("architecture"),
  ],
  [vitestRunner("units")],
  [vitestRunner("postgres")],
  [
    {
      name: "elements",
      command: () => ["web-test-runner", "--config", "web-test-runner.config.mjs"],
      count: countOwn,
    },
  ],
  [
    {
      name: "stories",
      command: () => ["node", "--conditions=educonnect-source", "stories/runner/main.ts"],
      count: countOwn,
    },
  ],
  [vitestRunner("e2e")],
];

function vitestRunner(project: string): Runner {
  return {
    name: project,
    command: (countsFile) => [
      "vitest",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${countsFile}`,
    ],
    count: countVitest,
  };
}

/** Of a runner of this repository, which leaves its counts as they are. */
function countOwn(report: unknown): { passed: number; failed: number } {
  return { passed: numberIn(report, "passed"), failed: numberIn(report, "failed") };
}

/** A file that can't be loaded has no failed test: it counts as one. */
function countVitest(report: unknown): { passed: number; failed: number } {
  const failedTests = numberIn(report, "numFailedTests");
  const brokenFiles = testFiles(report).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return { passed: numberIn(report, "numPassedTests"), failed: failedTests + brokenFiles };
}

function testFiles(report: unknown): { status: unknown; assertionResults: unknown[] }[] {
  const files = valueIn(report, "testResults");
  if (!Array.isArray(files)) return [];
  return files.map((file: unknown) => {
    const results = valueIn(file, "assertionResults");
    return { status: valueIn(file, "status"), assertionResults: Array.isArray(results) ? results : [] };
  });
}

function numberIn(report: unknown, key: string): number {
  const value = valueIn(report, key);
  return typeof value === "number" ? value : 0;
}

function valueIn(report: unknown, key: string): unknown {
  return typeof report === "object" && report !== null && key in report
    ? Reflect.get(report, key)
    : undefined;
}
