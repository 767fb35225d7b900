// `pnpm test [runner…]`: every runner, or those named; the last line adds them up.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runRunner } from "./runner.ts";
import { stages } from "./runners.ts";

const wanted = process.argv.slice(2);
const known = stages.flat().map((runner) => runner.name);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such runner: ${unknown.join(", ")}. There are ${known.join(", ")}.`);
  process.exit(2);
}

const reports = await mkdtemp(join(tmpdir(), "educonnect-tests-"));
let passed = 0;
let failed = 0;
try {
  for (const stage of stages) {
    const chosen = stage.filter((runner) => wanted.length === 0 || wanted.includes(runner.name));
    await Promise.all(
      chosen.map(async (runner) => {
        const result = await runRunner(runner, join(reports, `${runner.name}.json`));
        passed += result.passed;
        failed += result.failed;
        if (result.failed > 0) console.log(result.output.trimEnd());
        const mark = result.failed > 0 ? "✗" : "✓";
        const counts = `passed: ${result.passed}, failed: ${result.failed}`;
        console.log(`${mark} ${runner.name} (${counts}) in ${result.seconds.toFixed(1)} s`);
      }),
    );
  }
} finally {
  await rm(reports, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
