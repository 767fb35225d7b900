import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clearOutputs } from "./clear-outputs.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "educonnect-outputs-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("a build begins without the files of the one before, and nothing else is touched", () => {
  const outputs = ["packages/core/dist/gone.d.ts", "packages/core/dist/browser/chunk-1.js"];
  const memories = [".cache/tsc/core.src.tsbuildinfo", ".cache/tsc/core.test.tsbuildinfo"];
  const kept = ["packages/core/src/index.ts", ".cache/tsc/bench.tsbuildinfo", "examples/demo/dist/a.js"];
  for (const path of [...outputs, ...memories, ...kept]) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), "");
  }
  clearOutputs(root);
  expect(outputs.concat(memories).filter((path) => existsSync(join(root, path)))).toEqual([]);
  expect(kept.filter((path) => existsSync(join(root, path)))).toEqual(kept);
  expect(globSync("packages/core/*", { cwd: root })).toEqual(["packages/core/src"]);
});
