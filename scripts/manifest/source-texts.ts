import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the analyzer does not see: which tag a class is registered under, and what the names of types stand for. */
export interface SourceTexts {
  /** The tag and the define module of each class, by its name. */
  readonly definitions: ReadonlyMap<string, { readonly tag: string; readonly module: string }>;
  /** The type of each event, by its name, spelt out. */
  readonly eventTypes: ReadonlyMap<string, string>;
  /** Types that are texts to choose from, by their name. */
  readonly choices: ReadonlyMap<string, string>;
  /** Members that are public for the kit's own code alone. */
  readonly internalMembers: ReadonlySet<string>;
  /** What each class of an element has of its own, by its name: the classes that its module makes, the sets of properties that it takes in, and the fields that it declares. */
  readonly compositions: ReadonlyMap<string, ReadonlySet<string>>;
  /** The properties of each set that several elements take in, by its name. */
  readonly propertySets: ReadonlyMap<string, readonly string[]>;
}

const definition = /defineElement\("(educonnect-[\w-]+)", (\w+)\)/gu;
const eventEntry = /^ {2}"(educonnect-[\w-]+)": (\w+);$/gmu;
const eventType = /^export type (\w+Event) = (CustomEvent<.*?>);$/gmsu;
const internalMember = /@internal\b[^*]*\*\/\n\s*(?:(?:declare|override|readonly|async|get) )*(\w+)/gu;
const elementClass = /^export (?:abstract )?class (\w+) extends \w+/mu;
const composition =
  /\bnew (\w+)\(|^\s*\.\.\.(\w+Properties),$|static override properties = (\w+Properties);|^ {2}declare (\w+)\??:/gmu;
const propertySet = /^export const (\w+Properties): PropertyDeclarations = \{\n(.*?)^\};/gmsu;
const choice = /^export type (\w+) =((?:\s*\|?\s*"[\w-]+")+);$/gmu;

/**
 * Reads what the analyzer does not.
 *
 * @param packages the folder of the packages
 */
export function readSourceTexts(packages: string): SourceTexts {
  const definitions = new Map<string, { tag: string; module: string }>();
  const eventTypes = new Map<string, string>();
  const choices = new Map<string, string>();
  const internalMembers = new Set<string>();
  const compositions = new Map<string, ReadonlySet<string>>();
  const propertySets = new Map<string, readonly string[]>();
  const sources = globSync("{core,elements}/src/**/*.ts", { cwd: packages })
    .filter((path) => !path.endsWith(".test.ts"))
    .toSorted();
  const texts = sources.map((path) => [path, readFileSync(join(packages, path), "utf8")] as const);
  for (const [path, text] of texts) {
    for (const [, name = "", values = ""] of text.matchAll(choice)) {
      choices.set(name, values.match(/"[\w-]+"/gu)?.join(" | ") ?? "");
    }
    for (const [, name = ""] of text.matchAll(internalMember)) internalMembers.add(name);
    for (const [, name = "", body = ""] of text.matchAll(propertySet)) {
      propertySets.set(name, body.match(/^ {2}\w+/gmu)?.map((each) => each.trim()) ?? []);
    }
    const [, className] = elementClass.exec(text) ?? [];
    if (className !== undefined) {
      const parts = Array.from(
        text.matchAll(composition),
        ([, ...found]) => found.find((each) => each !== undefined) ?? "",
      );
      compositions.set(className, new Set(parts));
    }
    if (!path.startsWith("elements/src/define/")) continue;
    const module = path.replace(/^elements\/src\/(.*)\.ts$/u, "dist/$1.js");
    for (const [, tag = "", name = ""] of text.matchAll(definition)) definitions.set(name, { tag, module });
  }
  for (const [, text] of texts) {
    const types = new Map(Array.from(text.matchAll(eventType), ([, name = "", type = ""]) => [name, type]));
    for (const [, name = "", type = ""] of text.matchAll(eventEntry)) {
      eventTypes.set(name, (types.get(type) ?? type).replaceAll(/\s+/gu, " ").replaceAll("readonly ", ""));
    }
  }
  return { definitions, eventTypes, choices, internalMembers, compositions, propertySets };
}
