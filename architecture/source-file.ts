import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** A file of the repository as the rules see it; paths are relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly SourceImport[];
  /** Dotted calls and argument-less constructions of globals: `Date.now`, `new Date`, `customElements.define`. */
  readonly uses: readonly string[];
  /** Top-level statements that are not `export { … } from "…"`. */
  readonly otherStatements: number;
}

export interface SourceImport {
  readonly specifier: string;
  /** What a relative specifier points to, relative to the root; absent for a package. */
  readonly target?: string;
}

const program = /\.(?:ts|mts|js|mjs)$/;

/** Parses a TypeScript or JavaScript file; of any other only path and text are known. */
export function parseSourceFile(path: string, text: string): SourceFile {
  if (!program.test(path) || path.endsWith(".generated.ts")) {
    return { path, text, imports: [], uses: [], otherStatements: 0 };
  }
  const parsed = parseSync(path, text);
  const [problem] = parsed.errors;
  if (problem !== undefined) throw new SyntaxError(`${path}: ${problem.message}`);
  const specifiers: string[] = [];
  const uses: string[] = [];
  new Visitor({
    ImportDeclaration: (node) => specifiers.push(node.source.value),
    ExportAllDeclaration: (node) => specifiers.push(node.source.value),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) specifiers.push(node.source.value);
    },
    TSImportType: (node) => specifiers.push(node.source.value),
    ImportExpression: (node) => {
      const { source } = node;
      const isLiteral = source.type === "Literal" && "value" in source && typeof source.value === "string";
      specifiers.push(isLiteral ? String(source.value) : "(computed)");
    },
    MemberExpression: (node) => {
      if (node.object.type === "Identifier" && node.property.type === "Identifier") {
        uses.push(`${node.object.name}.${node.property.name}`);
      }
    },
    NewExpression: (node) => {
      if (node.callee.type === "Identifier" && node.arguments.length === 0)
        uses.push(`new ${node.callee.name}`);
    },
    CallExpression: (node) => {
      if (node.callee.type === "Identifier") uses.push(`${node.callee.name}()`);
    },
  }).visit(parsed.program);
  return {
    path,
    text,
    imports: specifiers.map((specifier) => importOf(path, specifier)),
    uses,
    otherStatements: parsed.program.body.filter((statement) => {
      return statement.type !== "ExportNamedDeclaration" || statement.source === null;
    }).length,
  };
}

/** Name of the package a specifier belongs to, with its scope; `node:` specifiers are their own. */
export function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function importOf(path: string, specifier: string): SourceImport {
  if (!specifier.startsWith(".") && !specifier.startsWith("/")) return { specifier };
  return { specifier, target: posix.join(posix.dirname(path), specifier) };
}
