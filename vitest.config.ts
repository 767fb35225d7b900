import { defineConfig } from "vitest/config";

const conditions = ["educonnect-source", "node", "import", "module", "default"];
const resolve = { conditions };
const ssr = { resolve: { conditions } };

/** `*.browser.test.ts` run in a real browser (web-test-runner.config.mjs), all other tests here. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: "units",
          include: ["packages/*/src/**/*.test.ts", "test-support/src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts", "**/node_modules/**"],
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
          include: ["e2e/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
