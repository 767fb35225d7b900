import { fileURLToPath } from "node:url";
import { rollup, type OutputChunk, type Plugin } from "rollup";
import { loadConfigFile } from "rollup/loadConfigFile";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What makes a browser bundle small, by the names of the plugins. */
const minifiers = new Set(["minify-templates", "esbuild-minify", "minify-further"]);

const isPlugin = (value: unknown): value is Plugin =>
  typeof value === "object" && value !== null && "name" in value;

/**
 * Builds each screen for a page of its own, in memory.
 *
 * @param isMinified as published, or with the same configuration but for what makes it small
 */
export async function bundleScreens(isMinified: boolean): Promise<readonly OutputChunk[]> {
  const { options } = await loadConfigFile(`${root}rollup.config.mjs`, { configBundle: true, silent: true });
  const screens = options.find(({ input }) => typeof input === "object" && "portal" in input);
  if (screens === undefined) throw new TypeError("the configuration builds no screens");
  const plugins = [screens.plugins].flat().filter(isPlugin);
  const missing = [...minifiers].filter((name) => !plugins.some((plugin) => plugin.name === name));
  if (missing.length > 0) throw new TypeError(`the configuration has no ${missing.join(", ")}`);
  const kept = plugins.filter(({ name }) => isMinified || !minifiers.has(name));
  const bundle = await rollup({ ...screens, plugins: kept });
  const [output] = screens.output;
  const { output: files } = await bundle.generate(output ?? {});
  await bundle.close();
  return files.filter((file) => file.type === "chunk");
}

/** Takes the white space out of the templates of a module, as the build does. */
export async function minifyTemplates(): Promise<(code: string, path: string) => Promise<string>> {
  const { options } = await loadConfigFile(`${root}rollup.config.mjs`, { configBundle: true, silent: true });
  const plugins = options.flatMap((build) => [build.plugins].flat()).filter(isPlugin);
  const transform = plugins.find(({ name }) => name === "minify-templates")?.transform;
  if (typeof transform !== "function") throw new TypeError("the configuration minifies no templates");
  return async (code, path) => {
    const result: unknown = await Reflect.apply(transform, null, [code, path]);
    return typeof result === "object" && result !== null && "code" in result ? String(result.code) : code;
  };
}
