/** Writes the manifest of the elements where their package.json says that it is. `pnpm manifest`, and part of `pnpm build` */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createManifest } from "./create-manifest.ts";

const folder = fileURLToPath(new URL("../../packages/elements/dist", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/custom-elements.json`, `${JSON.stringify(createManifest(), null, 2)}\n`);
