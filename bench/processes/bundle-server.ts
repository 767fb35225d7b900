import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const bundled = new Map<string, Promise<string>>();

/**
 * Makes plain JavaScript of a server of this folder: types stripped as it starts would count to its memory, which a deployment does not spend.
 *
 * @returns the path of the file
 */
export function bundleServer(module: string): Promise<string> {
  const known = bundled.get(module);
  if (known !== undefined) return known;
  const made = bundle(module);
  bundled.set(module, made);
  return made;
}

async function bundle(module: string): Promise<string> {
  const outfile = fileURLToPath(new URL(`../.cache/${module.replace(/\.ts$/, ".mjs")}`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL(module, import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    conditions: ["educonnect-source"],
    external: ["@node-rs/argon2", "@node-rs/bcrypt", "pg-native"],
    // Packages in CommonJS that ask for Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    sourcemap: true,
    logLevel: "warning",
  });
  return outfile;
}
