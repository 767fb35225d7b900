import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Empties what `pnpm build` fills: the `dist` folders of the packages, and tsc's memory of what it wrote there.
 *
 * @param root the checkout
 */
export function clearOutputs(root: string): void {
  const packages = globSync("packages/*", { cwd: root });
  for (const path of packages) {
    rmSync(join(root, path, "dist"), { recursive: true, force: true });
    const name = path.slice("packages/".length);
    // With it, tsc would believe that the declarations are still there.
    for (const memory of globSync(`.cache/tsc/${name}.*.tsbuildinfo`, { cwd: root })) {
      rmSync(join(root, memory), { force: true });
    }
  }
}

if (import.meta.main) clearOutputs(fileURLToPath(new URL("..", import.meta.url)));
