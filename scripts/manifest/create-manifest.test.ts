import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { createManifest } from "./create-manifest.ts";
import { elementsOf, type ElementDeclaration } from "./elements-manifest.ts";
import { readSourceTexts } from "./source-texts.ts";
import * as elements from "../../packages/elements/src/index.ts";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));
const { definitions, eventTypes } = readSourceTexts(packages);

interface LitClass {
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<PropertyKey, { readonly state?: boolean }>;
}

const isLitClass = (value: unknown): value is LitClass =>
  typeof value === "function" && "observedAttributes" in value && "elementProperties" in value;

/** The calls by which a screen sends each event that its base and its frame have for it. */
const callsOfEvents = [
  ["educonnect-command", /this\.send\(|this\.step\.actions\(/u],
  ["educonnect-navigate", /this\.link\(|franceConnectButton\(/u],
] as const;

describe("the manifest of the elements", () => {
  let found: ReadonlyMap<string, ElementDeclaration>;

  beforeAll(() => {
    found = new Map(elementsOf(createManifest()).map((element) => [element.name, element]));
  }, 60_000);

  it("has every element that the package exports and registers, and no other class", () => {
    const exported = Object.keys(elements).filter((name) => name.startsWith("Educonnect"));
    expect(exported.length).toBeGreaterThan(15);
    expect([...found.keys()].toSorted()).toEqual(exported.toSorted());
  });

  it.each([...definitions.keys()])("has each property and attribute of %s, with its type", (name) => {
    const element = found.get(name);
    const lit: unknown = Reflect.get(elements, name);
    if (!isLitClass(lit) || element === undefined) throw new TypeError(`${name} is no element`);
    const attributes = element.attributes.map((attribute) => attribute.name);
    const published = [...lit.elementProperties].filter(([, options]) => options.state !== true);
    // Lit observes the attributes of its own state too, which are nobody's to set.
    const states = new Set(
      [...lit.elementProperties].flatMap(([key, { state }]) =>
        state === true ? [String(key).toLowerCase()] : [],
      ),
    );
    expect(attributes.toSorted()).toEqual(
      lit.observedAttributes.filter((key) => !states.has(key)).toSorted(),
    );
    const properties = element.members.filter((member) => member.kind === "field");
    expect(properties.map((property) => property.name)).toEqual(
      expect.arrayContaining(published.map(([key]) => key)),
    );
    for (const property of properties) {
      expect(property.type.text, property.name).not.toBe("");
      const attribute = element.attributes.find(({ fieldName }) => fieldName === property.name);
      expect(attribute?.name).toBe(property.attribute);
    }
  });

  it("has a description for each property", () => {
    const undescribed = [...found].flatMap(([name, { members }]) =>
      members
        .filter(({ description }) => description === undefined)
        .map((member) => `${name}.${member.name}`),
    );
    expect(undescribed).toEqual([]);
  });

  it("names no event but those of the maps, and none of the maps is missing", () => {
    const named = new Set([...found.values()].flatMap(({ events }) => events.map(({ name }) => name)));
    expect([...named].toSorted()).toEqual([...eventTypes.keys()].toSorted());
    expect(eventTypes.get("educonnect-link-answer")).toBe(`CustomEvent<{ answer: "confirm" | "disown" }>`);
  });

  it.each([...definitions.keys()])("has each event that the source of %s sends", (name) => {
    const element = found.get(name);
    const declared = element?.events.map((event) => event.name) ?? [];
    const path = createdFrom(name);
    const text = readFileSync(path, "utf8");
    const sent = Array.from(
      text.matchAll(/(?:dispatch|announce)\(\s*this,\s*"(educonnect-[\w-]+)"/gu),
      ([, event = ""]) => event,
    );
    const called = callsOfEvents.flatMap(([event, call]) => (call.test(text) ? [event] : []));
    expect(declared).toEqual(expect.arrayContaining([...sent, ...called]));
  });

  it("gives the wizard the parts of its screens", () => {
    const parts = found.get("EduconnectActivation")?.cssParts.map(({ name }) => name);
    expect(parts).toEqual(expect.arrayContaining(["heading", "suggestion", "signed-in"]));
  });

  it("has each token, described, with its default", () => {
    const { cssProperties = [] } = found.get("EduconnectLogin") ?? {};
    expect(cssProperties.filter(({ description }) => description === undefined)).toEqual([]);
    expect(cssProperties.find(({ name }) => name === "--educonnect-radius")?.default).toBe("0.5rem");
    expect(found.get("EduconnectActivation")?.cssProperties).toEqual(cssProperties);
  });

  function createdFrom(name: string): string {
    const { tag = "" } = definitions.get(name) ?? {};
    const screen = tag.replace("educonnect-", "");
    const places: Readonly<Record<string, string>> = {
      activation: "wizard/educonnect-activation.ts",
      "confirmation-link": "wizard/educonnect-confirmation-link.ts",
      language: "language/educonnect-language.ts",
    };
    return `${packages}/elements/src/${places[screen] ?? `screens/${screen}/${tag}.ts`}`;
  }
});
