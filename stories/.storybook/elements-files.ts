import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import type { Plugin } from "vite";

const { resolve } = createRequire(import.meta.url);

/** What of the elements' package stories read as files, by the name of the module that gives it. */
const modules: Readonly<Record<string, (manifest: string, watch: (file: string) => void) => string>> = {
  "virtual:elements-manifest": (manifest) => readFileSync(manifest, "utf8"),
  "virtual:elements-themes": (manifest, watch) => {
    const themes = globSync(`${dirname(dirname(manifest))}/themes/*.css`).sort();
    for (const file of themes) watch(file);
    return JSON.stringify(
      Object.fromEntries(themes.map((file) => [basename(file, ".css"), readFileSync(file, "utf8")])),
    );
  },
};

/**
 * Serves the elements' published manifest and every theme of their folder as modules.
 *
 * The manifest is made by the script that starts Storybook, so it can't be imported by its name: types are checked where nothing is built.
 */
export function elementsFiles(): Plugin {
  return {
    name: "elements-files",
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load(id) {
      const read = id.startsWith("\0") ? modules[id.slice(1)] : undefined;
      if (read === undefined) return undefined;
      const manifest = resolve("@educonnect-activation/elements/custom-elements.json");
      this.addWatchFile(manifest);
      return `export default ${read(manifest, (file) => this.addWatchFile(file))};`;
    },
  };
}
