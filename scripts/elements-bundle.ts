import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundles = [
  "packages/elements/dist/educonnect-activation.js",
  "packages/elements/dist/browser/educonnect-activation.js",
  "packages/elements/dist/standalone/integrity.json",
];
const sources = [
  "packages/{core,elements}/{src/**/*.ts,package.json}",
  "rollup.config.mjs",
  "pnpm-lock.yaml",
];

/** Builds the browser bundles of the elements unless they are newer than all they are made of. */
export async function ensureElementsBundle(): Promise<void> {
  const builtAt = Math.min(...bundles.map(modifiedAt));
  const changedAt = Math.max(...globSync(sources, { cwd: root }).map(modifiedAt));
  if (builtAt > changedAt) return;
  const rollup = createRequire(import.meta.url).resolve("rollup/dist/bin/rollup");
  const build = spawn(
    process.execPath,
    [rollup, "--config", "rollup.config.mjs", "--configBundle", "--silent"],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const [exitCode] = await once(build, "exit");
  if (exitCode !== 0) throw new Error("The elements could not be bundled, see above");
}

function modifiedAt(path: string): number {
  return statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
