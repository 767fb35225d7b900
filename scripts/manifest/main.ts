/**
 * Writes the manifest of the elements where their package.json says that it is, and what frameworks read of it beside their sources.
 * `pnpm manifest`, and part of `pnpm build`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createManifest } from "./create-manifest.ts";
import { createTypings } from "./framework-typings.ts";

const folder = fileURLToPath(new URL("../../packages/elements", import.meta.url));
const manifest = createManifest();
for (const path of ["dist", "typings"]) mkdirSync(`${folder}/${path}`, { recursive: true });
writeFileSync(`${folder}/dist/custom-elements.json`, `${JSON.stringify(manifest, null, 2)}\n`);
for (const [name, text] of Object.entries(createTypings(manifest)))
  writeFileSync(`${folder}/typings/${name}`, text);
