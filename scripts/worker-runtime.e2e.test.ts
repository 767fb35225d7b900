import { fileURLToPath } from "node:url";
import { launchBrowser } from "@educonnect-activation/test-support/browser";
import { build } from "esbuild";
import { expect, test } from "vitest";
import manifest from "../packages/elements/package.json" with { type: "json" };

const folder = fileURLToPath(new URL("../packages/elements", import.meta.url));
const origin = "http://worker.localhost";

/** Every entry point in one module, and what it says once all of them ran. */
async function bundleEntryPoints(): Promise<string> {
  const sources = Object.values(manifest.exports).flatMap((conditions) =>
    typeof conditions === "string" ? [] : conditions["educonnect-source"],
  );
  const { outputFiles } = await build({
    stdin: {
      contents: [
        `import { EduconnectActivation } from "./src/index.ts";`,
        ...sources.map((source) => `import "${source}";`),
        `postMessage([typeof document, typeof window, EduconnectActivation.name]);`,
      ].join("\n"),
      resolveDir: folder,
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    // Lit's build for browsers needs a document as soon as it is imported; the one for servers brings stand-ins.
    conditions: ["educonnect-source", "node", "import"],
    mainFields: ["module", "main"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

test("every entry point loads in a worker of a browser", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const files = new Map([
      ["/", { contentType: "text/html", body: "<!doctype html><title>Page</title>" }],
      ["/worker.js", { contentType: "text/javascript", body: await bundleEntryPoints() }],
    ]);
    await page.route(`${origin}/**`, (route) =>
      route.fulfill(files.get(new URL(route.request().url()).pathname) ?? { status: 404 }),
    );
    await page.goto(`${origin}/`);
    const said = await page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const worker = new Worker("/worker.js", { type: "module" });
          worker.addEventListener("message", ({ data }) => resolve(data));
          worker.addEventListener("error", ({ message }) => resolve(message));
        }),
    );
    expect(said).toEqual(["undefined", "undefined", "EduconnectActivation"]);
  } finally {
    await browser.close();
  }
});
