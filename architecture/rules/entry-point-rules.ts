import { consumerRoot, isShipped, isTest } from "../places.ts";
import type { Rule } from "../rule.ts";
import { importRule } from "../rule.ts";
import { packageName, type SourceFile } from "../source-file.ts";

const packageManifest = /^(?:packages\/[^/]+|test-support)\/package\.json$/;
const packageRoot = /^packages\/[^/]+\//;

export const entryPointRules: readonly Rule[] = [
  {
    name: "packages are imported by their published entry points",
    check(files) {
      const published = publishedEntryPoints(files);
      const packages = new Set([...published].map(packageName));
      return files.flatMap((file) =>
        file.imports
          .filter(({ specifier }) => packages.has(packageName(specifier)) && !published.has(specifier))
          .map(({ specifier }) => ({
            path: file.path,
            detail: `imports ${specifier}, which is not exported`,
          })),
      );
    },
  },
  importRule(
    "stories, examples, e2e and bench import nothing outside their folder by path",
    (path) => consumerRoot(path) !== undefined,
    (_, target, path) => target !== undefined && !target.startsWith(consumerRoot(path) ?? ""),
  ),
  importRule(
    "a package does not reach out of its folder by path",
    (path) => packageRoot.test(path),
    (_, target, path) => {
      if (target === undefined) return false;
      const [root = ""] = packageRoot.exec(path) ?? [];
      return !target.startsWith(isShipped(path) ? `${root}src/` : root);
    },
  ),
  importRule(
    "what ships does not import its tests",
    isShipped,
    (specifier, target) =>
      isTest(target ?? "") || packageName(specifier) === "@educonnect-activation/test-support",
  ),
  {
    name: "index.ts is a published entry point and holds named re-exports only",
    check(files) {
      const sources = publishedSources(files);
      return files.flatMap(({ path, otherStatements }) => {
        if (!path.endsWith("/index.ts") || !path.startsWith("packages/")) return [];
        if (!sources.has(path)) return [{ path, detail: "is a barrel that no exports map names" }];
        return otherStatements === 0 ? [] : [{ path, detail: "holds more than `export { … } from`" }];
      });
    },
  },
  {
    name: "every entry point of an exports map has its source, types and built file",
    check: (files) =>
      files
        .filter(({ path }) => packageManifest.test(path))
        .flatMap((manifest) => {
          const folder = manifest.path.slice(0, -"package.json".length);
          const paths = new Set(files.map(({ path }) => path));
          return Object.entries(exportsOf(manifest, files)).flatMap(([entry, conditions]) => {
            const violation = (detail: string): { path: string; detail: string }[] => [
              { path: manifest.path, detail: `${entry}: ${detail}` },
            ];
            if (typeof conditions === "string") {
              return conditions.startsWith("./dist/") || paths.has(folder + conditions.slice(2))
                ? []
                : violation(`${conditions} is missing`);
            }
            const source = conditions["educonnect-source"] ?? "";
            if (!paths.has(folder + source.slice(2))) return violation(`source ${source} is missing`);
            // Of this repository alone: its tests resolve the source, and nobody else anything.
            if (Object.keys(conditions).length === 1) return [];
            const built = source.replace(/^\.\/src\/(.*)\.ts$/, "./dist/$1");
            if (conditions["types"] !== `${built}.d.ts`) return violation(`types should be ${built}.d.ts`);
            return conditions["default"] === `${built}.js` ? [] : violation(`default should be ${built}.js`);
          });
        }),
  },
  {
    name: "what only tests need is not published",
    check(files) {
      const reached = reachedBy(publishedSources(files, isBuilt), files);
      return files
        .filter(({ path }) => packageManifest.test(path) && packageRoot.test(path))
        .flatMap((manifest) => {
          const folder = manifest.path.slice(0, -"package.json".length);
          const exclusions = filesOf(manifest)
            .filter((pattern) => pattern.startsWith("!"))
            .map((pattern) => ({ path: manifest.path, detail: `\`files\` has to exclude ${pattern}` }));
          const unreached = files
            .map(({ path }) => path)
            .filter((path) => path.startsWith(`${folder}src/`) && path.includes("/testing/") && !isTest(path))
            .filter((path) => !reached.has(path))
            .map((path) => ({ path, detail: "is no part of an entry point, and belongs in test/" }));
          return [...exclusions, ...unreached];
        });
    },
  },
];

/** Whether a deployment can import an entry point: one with its source alone is for this repository's tests. */
const isBuilt = (conditions: string | Readonly<Record<string, string>>) =>
  typeof conditions === "string" || conditions["default"] !== undefined;

function filesOf({ text }: SourceFile): readonly string[] {
  const { files = [] }: { files?: readonly string[] } = JSON.parse(text);
  return files;
}

/** Some files and all that they import, and so on, by path. */
function reachedBy(paths: Iterable<string>, files: readonly SourceFile[]): ReadonlySet<string> {
  const imports = new Map(files.map(({ path, imports }) => [path, imports]));
  const reached = new Set(paths);
  for (const path of reached) {
    for (const { target } of imports.get(path) ?? []) if (target !== undefined) reached.add(target);
  }
  return reached;
}

type ExportsMap = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** The entry points of a package; one with a `*` is one for each file that its source fits. */
function exportsOf(manifest: SourceFile, files: readonly SourceFile[]): ExportsMap {
  const { exports = {} }: { exports?: ExportsMap } = JSON.parse(manifest.text);
  const folder = manifest.path.slice(0, -"package.json".length);
  return Object.fromEntries(
    Object.entries(exports).flatMap(([entry, conditions]) => {
      if (typeof conditions === "string" || !entry.includes("*")) return [[entry, conditions] as const];
      const names = starsIn(folder + (conditions["educonnect-source"] ?? "").slice(2), files);
      if (names.length === 0) return [[entry, conditions] as const];
      return names.map((name) => {
        const named = Object.entries(conditions).map(([condition, path]) => [
          condition,
          path.replace("*", name),
        ]);
        return [entry.replace("*", name), Object.fromEntries(named)] as const;
      });
    }),
  );
}

/** What stands for the `*` of a pattern in the paths that fit it. */
function starsIn(pattern: string, files: readonly SourceFile[]): string[] {
  const [start = "", end = ""] = pattern.split("*");
  return files
    .filter(
      ({ path }) => path.startsWith(start) && path.endsWith(end) && path.length > start.length + end.length,
    )
    .map(({ path }) => path.slice(start.length, -end.length));
}

function publishedEntryPoints(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files
      .filter(({ path }) => packageManifest.test(path))
      .flatMap((manifest) => {
        const { name }: { name: string } = JSON.parse(manifest.text);
        return Object.keys(exportsOf(manifest, files)).map((entry) => name + entry.slice(1));
      }),
  );
}

/** Paths of the files that the exports maps give as source. */
function publishedSources(
  files: readonly SourceFile[],
  counts: typeof isBuilt = () => true,
): ReadonlySet<string> {
  return new Set(
    files
      .filter(({ path }) => packageManifest.test(path))
      .flatMap((manifest) => {
        const folder = manifest.path.slice(0, -"package.json".length);
        return Object.values(exportsOf(manifest, files))
          .filter(counts)
          .map((conditions) =>
            typeof conditions === "string"
              ? folder + conditions.slice(2)
              : folder + (conditions["educonnect-source"] ?? "").slice(2),
          );
      }),
  );
}
