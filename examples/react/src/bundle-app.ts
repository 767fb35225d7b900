import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { PortalFile } from "@educonnect-activation/plain-html-example";

/**
 * Bundles the page with React and the elements; what the wizard loads on demand is files of its own.
 *
 * @throws when a module does not build
 */
export async function bundleApp(): Promise<ReadonlyMap<string, PortalFile>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("app.tsx", import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    // The first is for this repository, whose packages are not built; a project that installs them leaves it out.
    conditions: ["educonnect-source", "production"],
    define: { "process.env.NODE_ENV": `"production"` },
    outdir: "/",
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path, { type: "text/javascript", text }]));
}
