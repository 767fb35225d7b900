import { defineConfig } from "vitest/config";

const conditions = ["educonnect-source", "node"];
const resolve = { conditions };
const ssr = { resolve: { conditions } };

/**
 * `x.test.ts` are units; `x.e2e.test.ts`, and all of e2e/, start the demo; `x.postgres.test.ts` find a real server in `inject("postgresUrl")`;
 * `x.browser.test.ts` run in a real browser (web-test-runner.config.mjs), not here.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: "units",
          include: [
            "packages/*/{src,test}/**/*.test.ts",
            "examples/*/src/**/*.test.ts",
            "bench/**/*.test.ts",
            "test-support/src/**/*.test.ts",
            "scripts/**/*.test.ts",
            "stories/{runner,src}/**/*.test.ts",
          ],
          exclude: [
            "**/*.browser.test.ts",
            "**/*.postgres.test.ts",
            "**/*.e2e.test.ts",
            "**/node_modules/**",
          ],
          testTimeout: 60_000,
          // Files share their process, and so the modules it has loaded: importing them anew for each took half of the time.
          isolate: false,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: "postgres",
          include: ["packages/*/{src,test}/**/*.postgres.test.ts", "test-support/src/**/*.postgres.test.ts"],
          globalSetup: ["test-support/src/postgres-global-setup.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: { name: "architecture", include: ["architecture/**/*.test.ts"] },
      },
      {
        resolve,
        ssr,
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts", "examples/*/src/**/*.e2e.test.ts", "scripts/**/*.e2e.test.ts"],
          exclude: ["**/node_modules/**"],
          globalSetup: ["scripts/e2e-global-setup.ts"],
          // One of the files mostly waits, for the minute after which a mail may be sent again.
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
