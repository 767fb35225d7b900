/** A text of data from outside; empty when it is none. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** An object of data from outside; empty when it is none. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** A list of objects of data from outside; empty when it is none. */
export const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(recordOf) : [];
