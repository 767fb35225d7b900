import { createPlaywrightCoreLauncher } from "@educonnect-activation/test-support/web-test-runner-launcher";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { defaultReporter } from "@web/test-runner";
import { createCountsReporter } from "./scripts/web-test-runner-counts.ts";

/** axe-core is no module: it leaves itself on the global, from where its types' default export is taken. */
const axeAsModule = {
  name: "axe-as-module",
  transform: ({ path, body }) =>
    path.endsWith("/axe-core/axe.js") ? `${body}\nexport default globalThis.axe;\n` : undefined,
};

const countsFile = process.env["EDUCONNECT_COUNTS_FILE"];

export default {
  files: "packages/elements/src/**/*.browser.test.ts",
  browsers: [createPlaywrightCoreLauncher()],
  concurrency: 2,
  nodeResolve: { exportConditions: ["educonnect-source", "browser", "module", "import", "default"] },
  plugins: [axeAsModule, esbuildPlugin({ ts: true, target: "es2023" })],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }),
    ...(countsFile === undefined ? [] : [createCountsReporter(countsFile)]),
  ],
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: "30000" } },
};
