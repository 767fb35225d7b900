import manifest from "virtual:elements-manifest";
import type { ArgTypes } from "@storybook/web-components-vite";
import { listOf, recordOf, textOf, propertyType } from "./manifest-data.ts";

type Entry = Readonly<Record<string, unknown>>;

/** What else an element has, by its key in the manifest: the heading over it, and what sets its rows apart from properties of the same name. */
const others = {
  attributes: ["Attributes", "attribute"],
  events: ["Events", "event"],
  slots: ["Slots", "slot"],
  cssParts: ["Parts", "part"],
  cssProperties: ["Custom properties", "custom property"],
} as const;

const isOwn = ({ kind, inheritedFrom }: Entry) => kind === "field" && inheritedFrom === undefined;

function rowOf(entry: Entry, category: string) {
  const value = textOf(entry["default"]);
  const summary = textOf(recordOf(entry["type"])["text"]);
  return {
    name: textOf(entry["name"]),
    description: textOf(entry["description"]),
    table: {
      category,
      ...(summary === "" ? {} : { type: { summary } }),
      ...(value === "" ? {} : { defaultValue: { summary: value } }),
    },
  };
}

function propertyRow(entry: Entry): ArgTypes[string] {
  const type = propertyType(textOf(recordOf(entry["type"])["text"]));
  const row = rowOf(entry, "Properties");
  return type === null ? { ...row, control: false } : { ...row, type: copyOf(type) };
}

/** Storybook's own type lets lists be written to. */
const copyOf = (type: NonNullable<ReturnType<typeof propertyType>>) =>
  type.name === "enum" ? { name: type.name, value: [...type.value] } : type;

/**
 * The rows of an element's panel and page, from the published manifest: its own properties first and with controls, then the rest to read.
 *
 * @param tag null and anything that is no tag of the kit has none
 */
export function argTypesOf(tag: unknown): ArgTypes | null {
  const element = listOf(recordOf(manifest)["modules"])
    .flatMap(({ declarations }) => listOf(declarations))
    .find(({ tagName }) => tagName === tag);
  if (element === undefined) return null;
  const properties = listOf(element["members"]).filter(isOwn);
  return Object.fromEntries([
    ...properties.map((entry) => [textOf(entry["name"]), propertyRow(entry)] as const),
    ...Object.entries(others).flatMap(([key, [category, kind]]) =>
      listOf(element[key]).map(
        (entry) =>
          [`${kind} ${textOf(entry["name"])}`, { ...rowOf(entry, category), control: false }] as const,
      ),
    ),
  ]);
}
