import manifest from "virtual:elements-manifest";

/** A custom property that a host may set, as the published manifest describes it. */
export interface Token {
  readonly name: string;
  readonly description: string;
  readonly value: string;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(recordOf) : [];

/** Every token of every element, each once. */
export const tokens: readonly Token[] = [
  ...new Map(
    listOf(recordOf(manifest)["modules"])
      .flatMap(({ declarations }) => listOf(declarations))
      .flatMap(({ cssProperties }) => listOf(cssProperties))
      .map(({ name, description, default: value }) => [
        String(name),
        { name: String(name), description: textOf(description), value: textOf(value) },
      ]),
  ).values(),
];

/** Whether a token is a colour, which has a light and a dark value. */
export const isColour = ({ value }: Token): boolean => value.includes("light-dark(");
