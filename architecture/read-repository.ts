import { globSync, readFileSync } from "node:fs";
import { parseSourceFile, type SourceFile } from "./source-file.ts";

const skipped = new Set([
  "node_modules",
  "dist",
  ".cache",
  ".git",
  "storybook-static",
  "results",
  "coverage",
]);
const read = /(?:\.(?:ts|mts|js|mjs|json|yaml|md|html|css|xml)|\/run)$/;

/** Reads every text file of the checkout that git would keep, not only what is committed yet. */
export function readRepository(root: string): SourceFile[] {
  return globSync(["**/*", ".ci/*", ".*.json"], { cwd: root, exclude: (name) => skipped.has(basename(name)) })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => read.test(path))
    .map((path) => parseSourceFile(path, readFileSync(`${root}/${path}`, "utf8")));
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
