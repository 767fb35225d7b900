import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSync, Visitor } from "oxc-parser";

const elements = "packages/elements/src";
const require = createRequire(new URL("../packages/elements/package.json", import.meta.url));

/** The names of browsers' properties, which terser keeps beside its bundle. */
const { domprops } = await import(
  new URL("../tools/domprops.js", pathToFileURL(createRequire(import.meta.url).resolve("terser"))).href
);

/** Code whose names are everybody's: the wire, the rules, what a host calls or listens to, and what loads a library. */
const published = /^packages\/(?:core\/src|elements\/src\/(?:client|events|strength|language|dsfr))\//;

/** Of one letter each, but for those of matrices and points, which are the browser's. */
const shortNames = "ghijklnopqrstuvGHIJKLMNOPQRSTUVW";

/** Lit's modules, whose own names and those that it looks for must stay. */
const litModules = ["@lit/reactive-element", "lit-html", "lit-element/lit-element.js"];

/**
 * Names the properties that a browser bundle may shorten, each with its short name: members that are protected, private or marked
 * `@internal`, and those of classes and interfaces that never leave the package.
 *
 * A name is left alone where it is also one of the browser's, of Lit's, of core's, of an export of any module, of a public member of an element, of a type that the
 * package exports, or where a text of the sources is the same, since a property may be looked up by it.
 *
 * @param {string} root the repository, with its last slash.
 * @returns {Readonly<Record<string, string>>}
 */
export function readMangledProperties(root) {
  const found = new Map();
  const kept = new Set([...domprops, ...readLitNames()]);
  const exported = readExports(root);
  const paths = globSync(["packages/{core,elements}/src/**/*.ts"], { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/\.test\.ts$|\.generated\.ts$/.test(path))
    .toSorted();
  for (const path of paths) {
    const text = readFileSync(root + path, "utf8");
    const { program, comments } = parseSync(path, text);
    const isPublished = published.test(path);
    const isInternal = new Set(
      comments
        .filter(({ value }) => /@internal\b/.test(value))
        .map(({ end }) => text.length - text.slice(end).trimStart().length),
    );
    const add = (node, isHidden) => {
      const name = nameOf(node);
      if (name === null) return;
      if (isHidden && !isPublished) found.set(name, (found.get(name) ?? 0) + 1);
      else kept.add(name);
    };
    const visitClass = ({ id, superClass, body }) => {
      const isElement = superClass !== null && /Element$|Screen$/.test(superClass.name ?? "");
      const isOpen = isElement || exported.has(id?.name);
      for (const member of body.body) {
        const isMarked = member.accessibility === "protected" || member.accessibility === "private";
        add(member, isMarked || isInternal.has(member.start) || !isOpen);
      }
    };
    new Visitor({
      ClassDeclaration: visitClass,
      ClassExpression: visitClass,
      TSInterfaceDeclaration({ id, body }) {
        for (const member of body.body) add(member, !exported.has(id.name));
      },
      TSTypeAliasDeclaration({ id, typeAnnotation }) {
        if (typeAnnotation.type !== "TSTypeLiteral") return;
        for (const member of typeAnnotation.members) add(member, !exported.has(id.name));
      },
      Property(node) {
        if (isPublished) add(node, false);
      },
      // A module that is loaded later is read by the names of its exports, which stay as they are.
      ExportNamedDeclaration({ declaration, specifiers }) {
        for (const { exported } of specifiers) kept.add(exported.name);
        for (const { id } of declaration?.declarations ?? [declaration ?? {}]) kept.add(id?.name);
      },
      Literal({ value }) {
        if (typeof value === "string") kept.add(value);
      },
      TemplateElement({ value }) {
        for (const [, name] of value.raw.matchAll(/[.?@]([a-zA-Z]\w*)=/g)) kept.add(name);
      },
    }).visit(program);
  }
  const names = [...found.keys()].filter((name) => name.length > 3 && !kept.has(name)).toSorted();
  return Object.fromEntries(
    names.map((name, index) => [name, shortNames[index] ?? `$${index.toString(36)}`]),
  );
}

/** The name of a member; null where it has none, computes it, or is private to the language. */
function nameOf({ computed, key }) {
  if (computed || key === undefined || key.type === "PrivateIdentifier") return null;
  return key.type === "Identifier" ? key.name : String(key.value);
}

/** What the package exports by name: classes, and types whose members a host reads or writes. */
function readExports(root) {
  const names = new Set();
  new Visitor({
    ExportSpecifier({ exported }) {
      names.add(exported.name);
    },
  }).visit(parseSync("index.ts", readFileSync(`${root}${elements}/index.ts`, "utf8")).program);
  return names;
}

function readLitNames() {
  const lit = dirname(require.resolve("lit"));
  return litModules.flatMap((module) => {
    const path = createRequire(join(lit, "index.js")).resolve(module);
    return readFileSync(path, "utf8").match(/[\w$]+/g) ?? [];
  });
}
