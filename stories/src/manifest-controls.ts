import manifest from "virtual:elements-manifest";
import { listOf, recordOf, textOf } from "./plain-data.ts";

/** A property's control in the panel. */
interface ArgType {
  readonly control: "select" | "text" | "number" | "boolean" | "object";
  readonly options?: readonly string[];
}

/** Null, undefined and nothing are left to the button that unsets a control. */
const partsOf = (type: string) =>
  type
    .split("|")
    .map((part) => part.trim())
    .filter((part) => !["", "null", "undefined"].includes(part));

function argTypeOf(type: string): ArgType {
  const parts = partsOf(type);
  const literals = parts.flatMap((part) => /^["'](.*)["']$/.exec(part)?.[1] ?? []);
  if (literals.length > 0 && literals.length === parts.length)
    return { control: "select", options: literals };
  const [only] = parts;
  return { control: only === "string" ? "text" : only === "number" || only === "boolean" ? only : "object" };
}

/** The types of an element's properties, as the published manifest has them. */
function typesOf(tag: string): ReadonlyMap<string, string> {
  const declaration = listOf(recordOf(manifest)["modules"])
    .flatMap(({ declarations }) => listOf(declarations))
    .find(({ tagName }) => tagName === tag);
  return new Map(
    listOf(declaration?.["members"]).map(({ name, type }) => [textOf(name), textOf(recordOf(type)["text"])]),
  );
}

/** Gives an element's properties controls by their types in the published manifest: a closed list is a list to choose from. */
export function withControls<Rows extends Readonly<Record<string, object>>>(tag: unknown, rows: Rows): Rows {
  const types = typesOf(textOf(tag));
  const entries = Object.entries(rows).map(([name, row]) => {
    const type = types.get(name);
    return [name, type === undefined ? row : { ...row, ...argTypeOf(type) }] as const;
  });
  return { ...rows, ...Object.fromEntries(entries) };
}
