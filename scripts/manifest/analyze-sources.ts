import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { RawManifest } from "./raw-manifest.ts";

/**
 * Lets the analyzer read the sources of the elements; takes a second or two.
 *
 * @param folder the package of the elements
 */
export function analyzeSources(folder: string): RawManifest {
  const output = mkdtempSync(join(tmpdir(), "educonnect-manifest-"));
  const program = createRequire(import.meta.url).resolve("@custom-elements-manifest/analyzer/cem.js");
  // It takes every folder for one below its own.
  const options = ["analyze", "--quiet", "--outdir", relative(folder, output)];
  try {
    execFileSync(process.execPath, [program, ...options], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    return JSON.parse(readFileSync(join(output, "custom-elements.json"), "utf8"));
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}
