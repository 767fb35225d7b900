import type { SourceFile } from "./source-file.ts";

export interface Violation {
  readonly path: string;
  readonly detail: string;
}

/** One sentence of the architecture and the check that keeps it true. */
export interface Rule {
  readonly name: string;
  check(files: readonly SourceFile[]): Violation[];
}

/** Builds a rule that looks at the imports of some files, one at a time. */
export function importRule(
  name: string,
  applies: (path: string) => boolean,
  isForbidden: (specifier: string, target: string | undefined, path: string) => boolean,
): Rule {
  return {
    name,
    check: (files) =>
      files
        .filter((file) => applies(file.path))
        .flatMap((file) =>
          file.imports
            .filter(({ specifier, target }) => isForbidden(specifier, target, file.path))
            .map(({ specifier }) => ({ path: file.path, detail: `imports ${specifier}` })),
        ),
  };
}

/** Builds a rule that looks at the files themselves; `judge` gives what is wrong with one, if anything. */
export function fileRule(name: string, judge: (file: SourceFile) => string | undefined): Rule {
  return {
    name,
    check: (files) =>
      files.flatMap((file) => {
        const detail = judge(file);
        return detail === undefined ? [] : [{ path: file.path, detail }];
      }),
  };
}
