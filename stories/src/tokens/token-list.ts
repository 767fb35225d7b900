import manifest from "virtual:elements-manifest";
import { listOf, recordOf, textOf } from "../plain-data.ts";

/** A custom property that a host may set, as the published manifest describes it. */
export interface Token {
  readonly name: string;
  readonly description: string;
  readonly value: string;
}

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
