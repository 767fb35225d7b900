import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache");
const serverAdapter = ["server-adapter/tsconfig.src", "server-adapter/tsconfig.node"];

/** The TypeScript of the documents, by the name and the line of each block. */
function readSnippets(): Map<string, string> {
  const snippets = new Map<string, string>();
  for (const path of ["README.md", ...globSync("docs/**/*.md", { cwd: root })]) {
    const text = readFileSync(join(root, path), "utf8");
    for (const { 1: code = "", index } of text.matchAll(/^```ts\n(.*?)^```$/gmsu)) {
      const line = text.slice(0, index).split("\n").length;
      snippets.set(`${path.replaceAll("/", "-")}-${line}.ts`, code);
    }
  }
  return snippets;
}

/** Where each entry point of the packages has its source. */
function readEntryPoints(): Record<string, string[]> {
  const manifests = globSync("packages/*/package.json", { cwd: root });
  const entries = manifests.flatMap((path) => {
    const manifest: { name: string; exports: Record<string, Record<string, string>> } = JSON.parse(
      readFileSync(join(root, path), "utf8"),
    );
    return Object.entries(manifest.exports).map(([name, conditions]): [string, string[]] => [
      manifest.name + name.slice(1),
      [join(root, path, "..", conditions["educonnect-source"] ?? "")],
    ]);
  });
  return Object.fromEntries(entries);
}

/** Type-checks modules as a reader's own project would, and says what the compiler says of them. */
function check(modules: ReadonlyMap<string, string>): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "docs-snippets-"));
  const compilerOptions = {
    lib: ["ES2023", "ES2024.String", "DOM", "DOM.Iterable"],
    types: ["node"],
    paths: readEntryPoints(),
    noEmit: true,
    composite: false,
    rewriteRelativeImportExtensions: false,
    // Matters of style, where the packages are stricter than a reader need be.
    noPropertyAccessFromIndexSignature: false,
    noUnusedLocals: false,
  };
  const project = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions,
    include: ["*.ts"],
    // Read as declarations, which are there from the check of the types, and not checked again.
    references: ["core/tsconfig.src", "elements/tsconfig.src", ...serverAdapter].map((name) => ({
      path: join(root, `packages/${name}.json`),
    })),
  };
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));
  for (const [name, code] of modules) writeFileSync(join(folder, name), code);
  return new Promise((resolve) => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    execFile(
      process.execPath,
      [tsc, "--build", "--pretty", "false", folder],
      { cwd: folder },
      (_error, out, err) => {
        rmSync(folder, { recursive: true });
        // The packages' own mistakes are named by their own check.
        const messages = (out + err).split(/\n(?=\S)/u).filter((message) => !message.startsWith("../"));
        resolve(messages.join("\n").trim());
      },
    );
  });
}

test("what the documents show compiles against the packages, and a snippet that has gone stale is named", async () => {
  const snippets = readSnippets();
  expect(snippets.size).toBeGreaterThan(3);
  const stale = `import { createVault } from "@educonnect-activation/server-adapter";\ncreateVault(7);\n`;
  expect(await check(new Map([...snippets, ["stale.ts", stale]]))).toMatch(
    /^stale\.ts\(2,13\): error TS2345: [^\n]*(?:\n\s[^\n]*)*$/u,
  );
});
