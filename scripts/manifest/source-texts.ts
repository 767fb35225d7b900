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
}

const definition = /defineElement\("(educonnect-[\w-]+)", (\w+)\)/gu;
const eventEntry = /^ {2}"(educonnect-[\w-]+)": (\w+);$/gmu;
const eventType = /^export type (\w+Event) = (CustomEvent<.*?>);$/gmsu;
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
  const sources = globSync("{core,elements}/src/**/*.ts", { cwd: packages })
    .filter((path) => !path.endsWith(".test.ts"))
    .toSorted();
  const texts = sources.map((path) => [path, readFileSync(join(packages, path), "utf8")] as const);
  for (const [path, text] of texts) {
    for (const [, name = "", values = ""] of text.matchAll(choice)) {
      choices.set(name, values.match(/"[\w-]+"/gu)?.join(" | ") ?? "");
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
  return { definitions, eventTypes, choices };
}
