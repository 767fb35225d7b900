import { parseSync, Visitor, type Class } from "oxc-parser";
import { elements, isShippedIn } from "../places.ts";
import { fileRule, type Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";

/** The element base, the screen base, the screen (docs/architecture.md). */
const mostLevels = 3;
const litBases = new Set(["LitElement", "ReactiveElement", "HTMLElement"]);
const lifecycle = new Set([
  "connectedCallback",
  "disconnectedCallback",
  "attributeChangedCallback",
  "adoptedCallback",
  "requestUpdate",
  "scheduleUpdate",
  "willUpdate",
  "update",
  "firstUpdated",
  "updated",
  "getUpdateComplete",
]);
const isShippedElement = isShippedIn(elements);

/** A named class with the name of what it extends. */
interface NamedClass {
  readonly path: string;
  readonly base: string | undefined;
}

export const elementRules: readonly Rule[] = [
  {
    name: `an element has at most ${mostLevels} classes of our own above it and itself`,
    check(files) {
      const classes = new Map(files.filter(({ path }) => isShippedElement(path)).flatMap(namedClasses));
      return [...classes].flatMap(([name, { path }]) => {
        const levels = levelsOf(name, classes);
        return levels !== null && levels > mostLevels
          ? [{ path, detail: `${name} stands on level ${levels} above Lit` }]
          : [];
      });
    },
  },
  fileRule("a lifecycle method calls the one of its base", (file) => {
    if (!isShippedElement(file.path)) return undefined;
    const silent = classesOf(file).flatMap((found) =>
      found.superClass === null
        ? []
        : found.body.body.flatMap((member) => {
            if (member.type !== "MethodDefinition" || member.key.type !== "Identifier") return [];
            const { name } = member.key;
            const { body } = member.value;
            const isSilent = lifecycle.has(name) && body !== null && !callsBase(file.text, body, name);
            return isSilent ? [name] : [];
          }),
    );
    return silent.length === 0 ? undefined : `has ${silent.join(" and ")} without super`;
  }),
];

function callsBase(text: string, { start, end }: { start: number; end: number }, name: string): boolean {
  return new RegExp(`\\bsuper\\s*\\.\\s*${name}\\(`, "u").test(text.slice(start, end));
}

function classesOf({ path, text }: SourceFile): Class[] {
  if (!path.endsWith(".ts") || path.endsWith(".generated.ts")) return [];
  const found: Class[] = [];
  new Visitor({
    ClassDeclaration: (node) => void found.push(node),
    ClassExpression: (node) => void found.push(node),
  }).visit(parseSync(path, text).program);
  return found;
}

function namedClasses(file: SourceFile): (readonly [name: string, NamedClass])[] {
  return classesOf(file).flatMap(({ id, superClass }) =>
    id === null ? [] : [[id.name, { path: file.path, base: baseName(superClass) }] as const],
  );
}

/** The name of what a class extends; of a mixin's call, `Mixin(Base)`, what it was given, since it makes a class of its own. */
function baseName(superClass: Class["superClass"]): string | undefined {
  if (superClass?.type === "Identifier") return superClass.name;
  return superClass?.type === "CallExpression" ? "(a mixin)" : undefined;
}

/** How many classes of our own lead from Lit's to this one, itself counted; null where it is no element. A mixin's class is one more than may be. */
function levelsOf(name: string, classes: ReadonlyMap<string, NamedClass>): number | null {
  if (litBases.has(name)) return 0;
  if (name === "(a mixin)") return mostLevels;
  const base = classes.get(name)?.base;
  const below = base === undefined ? null : levelsOf(base, classes);
  return below === null ? null : below + 1;
}
