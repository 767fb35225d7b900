import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { PortalFile } from "./respond.ts";

/** Files of the elements as built for browsers, and what each must hash to (Subresource Integrity). */
export interface ElementsBuild {
  /** By path, below `/assets/`. */
  readonly files: ReadonlyMap<string, PortalFile>;
  readonly integrity: Readonly<Record<string, string>>;
}

/**
 * Reads one build of the elements from their package.
 *
 * @param build the wizard in one file, or a folder of the package's `dist`
 * @throws when the package has not been built
 */
export async function readElements(build: "one file" | "browser" | "standalone"): Promise<ElementsBuild> {
  const dist = new URL("./", import.meta.resolve("@educonnect-activation/elements/custom-elements.json"));
  const folder = build === "one file" ? dist : new URL(`${build}/`, dist);
  const integrity: Record<string, string> = JSON.parse(
    await readFile(new URL("integrity.json", folder), "utf8"),
  );
  const names = (await readdir(fileURLToPath(folder))).filter((name) => name in integrity);
  const files = await Promise.all(
    names.map(async (name): Promise<[string, PortalFile]> => {
      return [
        `/assets/${name}`,
        { type: "text/javascript", text: await readFile(new URL(name, folder), "utf8") },
      ];
    }),
  );
  return { files: new Map(files), integrity };
}
