import { writeFile } from "node:fs/promises";
import type { Reporter, TestSession, TestSuiteResult } from "@web/test-runner-core";

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up the tests of all sessions; a session that broke outside its tests (import, page error) is one more failure. */
export function countSessions(
  sessions: readonly Pick<TestSession, "errors" | "passed" | "testResults">[],
): TestCounts {
  let passed = 0;
  let failed = 0;
  const visit = (suite: TestSuiteResult): void => {
    for (const test of suite.tests) {
      if (test.passed) passed += 1;
      else failed += 1;
    }
    for (const inner of suite.suites) visit(inner);
  };
  for (const session of sessions) {
    const failedBefore = failed;
    if (session.testResults !== undefined) visit(session.testResults);
    if (session.passed !== true && failed === failedBefore) failed += 1;
  }
  return { passed, failed };
}

/** Writes the counts of the run to `file` as JSON, for scripts/test.ts. */
export function createCountsReporter(file: string): Reporter {
  return {
    async stop({ sessions }): Promise<void> {
      await writeFile(file, JSON.stringify(countSessions(sessions)));
    },
  };
}
