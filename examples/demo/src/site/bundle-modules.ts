import { createHash } from "node:crypto";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, stop } from "esbuild";
import type { Asset } from "./assets.ts";

/**
 * Bundles the portal's own modules with the elements they import, as a vendor's build would; what they share is a module of its own.
 *
 * @param modules TypeScript modules, served under their own names
 * @throws when one of them does not build
 */
export async function bundleModules(
  modules: readonly URL[],
  servedAt: string,
): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: modules.map((module) => fileURLToPath(module)),
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    conditions: ["educonnect-source", "production"],
    minify: true,
    legalComments: "none",
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    outdir: "bundled",
    write: false,
    logLevel: "silent",
  });
  // Its process would stay as long as the demo.
  await stop();
  return new Map(
    outputFiles.map(({ path, contents }): [string, Asset] => {
      const tag = `"${createHash("sha256").update(contents).digest("base64url").slice(0, 22)}"`;
      const bytes = new Uint8Array(contents);
      return [`${servedAt}/${basename(path)}`, { type: "text/javascript; charset=utf-8", bytes, tag }];
    }),
  );
}
