import { createPlaywrightCoreLauncher } from "@educonnect-activation/test-support/web-test-runner-launcher";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { defaultReporter } from "@web/test-runner";
import { createCountsReporter } from "./scripts/web-test-runner-counts.ts";

const countsFile = process.env["EDUCONNECT_COUNTS_FILE"];

export default {
  files: "packages/elements/src/**/*.browser.test.ts",
  browsers: [createPlaywrightCoreLauncher()],
  concurrency: 2,
  nodeResolve: { exportConditions: ["educonnect-source", "browser", "module", "import", "default"] },
  plugins: [esbuildPlugin({ ts: true, target: "es2023" })],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }),
    ...(countsFile === undefined ? [] : [createCountsReporter(countsFile)]),
  ],
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: "30000" } },
};
