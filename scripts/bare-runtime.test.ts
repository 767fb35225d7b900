import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import manifest from "../packages/elements/package.json" with { type: "json" };

const folder = fileURLToPath(new URL("../packages/elements", import.meta.url));

test("every entry point loads where there is neither a DOM nor anything of Node's, as in Deno, workers and edge runtimes", async () => {
  const sources = Object.values(manifest.exports).flatMap((conditions) =>
    typeof conditions === "string" ? [] : conditions["educonnect-source"],
  );
  const { outputFiles } = await build({
    stdin: {
      contents: [
        ...sources.map((source) => `import "${source}";`),
        `export { EduconnectActivation, createActivationClient } from "./src/index.ts";`,
      ].join("\n"),
      resolveDir: folder,
    },
    bundle: true,
    format: "iife",
    globalName: "elements",
    platform: "neutral",
    // What Deno and the bundlers of servers ask for: the build of Lit that brings its own stand-in for HTMLElement.
    conditions: ["educonnect-source", "node", "import"],
    mainFields: ["module", "main"],
    write: false,
    logLevel: "silent",
  });
  const context = createContext({ console });
  runInContext(outputFiles[0]?.text ?? "", context);
  const read = (code: string): unknown => runInContext(code, context);
  expect(sources.length).toBeGreaterThan(15);
  expect(read("typeof document + typeof process + typeof HTMLElement")).toBe("undefinedundefinedundefined");
  expect(read("elements.EduconnectActivation.name")).toBe("EduconnectActivation");
  expect(read("typeof elements.createActivationClient")).toBe("function");
});
