/** A property's type as Storybook reads it, from which it makes the control. */
export type PropertyType =
  | { readonly name: "string" | "number" | "boolean" }
  | { readonly name: "enum"; readonly value: readonly string[] }
  | { readonly name: "object"; readonly value: Readonly<Record<string, never>> };

/** What no panel can write: code, and content that is drawn. */
const isCode = (type: string) => /=>|HTMLElement|Client|Timers|ClassNames|^unknown$/.test(type);

/** Null, undefined and nothing are left to the button that unsets a control. */
const partsOf = (type: string) =>
  type
    .split("|")
    .map((part) => part.trim())
    .filter((part) => !["", "null", "undefined"].includes(part));

/** Reads a type of the manifest, such as `"guardian" | "pupil" | null`; null where no control can write it. */
export function propertyType(type: string): PropertyType | null {
  if (isCode(type)) return null;
  const parts = partsOf(type);
  const literals = parts.flatMap((part) => /^["']([^"']*)["']$/.exec(part)?.[1] ?? []);
  if (literals.length > 0 && literals.length === parts.length) return { name: "enum", value: literals };
  const [only] = parts;
  if (parts.length === 1 && (only === "string" || only === "number" || only === "boolean"))
    return { name: only };
  return { name: "object", value: {} };
}

/** A text of data from outside; empty when it is none. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** An object of data from outside; empty when it is none. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** A list of objects of data from outside; empty when it is none. */
export const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(recordOf) : [];
