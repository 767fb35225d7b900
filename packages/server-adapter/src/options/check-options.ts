import { z } from "zod";

/** A schema for each option of a group, optional where the option is; a forgotten option does not compile. */
export type OptionSchemas<Options extends object> = {
  readonly [Name in keyof Options]-?: object extends Pick<Options, Name>
    ? z.ZodOptional<z.ZodType>
    : z.ZodType;
};

/**
 * Checks options as callers without types may give them; `undefined` means the default everywhere.
 *
 * @param schema made with {@link group}
 * @throws {TypeError} with one sentence for each option that is missing, unknown or wrong. It names the option in full
 * (`sessions.ttlSeconds`) and suggests the nearest name, but never repeats a value, which may be a secret.
 */
export function checkOptions(schema: z.ZodType, given: unknown): void {
  const result = schema.safeParse(given);
  if (result.success) return;
  const sentences = result.error.issues.flatMap((issue) => describeIssue(issue, schema, given));
  throw new TypeError([...new Set(sentences)].join("\n"));
}

function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, given: unknown): readonly string[] {
  const name = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const unknown = name === "" ? key : `${name}.${key}`;
      return `${unknown} is not an option; did you mean ${nearestName(unknown, namesIn(schema))}?`;
    });
  }
  if (name === "") return [`The options ${issue.message}.`];
  const value = valueAt(given, issue.path);
  const isMissing = value === undefined || (value === null && !isOptional(schema, issue.path));
  return [isMissing ? `The option ${name} is required.` : `The option ${name} ${issue.message}.`];
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    given,
  );
}

function isOptional(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<z.ZodType | undefined>(
    (parent, key) => parent && shapeOf(parent)[String(key)],
    schema,
  );
  return found instanceof z.ZodOptional;
}

/** The options of a group by name; none for anything else. */
function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.ZodType>> {
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** The names of all options, each in full. */
function namesIn(schema: z.ZodType, prefix = ""): readonly string[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, inner]) => [
    prefix + name,
    ...namesIn(inner, `${prefix}${name}.`),
  ]);
}

/** Finds which of the known names a mistyped one is nearest to; empty when none is known. */
export function nearestName(typed: string, known: readonly string[]): string {
  const distances = known.map((name) => distanceBetween(typed.toLowerCase(), name.toLowerCase()));
  return known[distances.indexOf(Math.min(...distances))] ?? "";
}

/** A missing letter counts half, because people leave letters out more often than they mistake them. */
const missingLetter = 0.5;

/** How many letters must be inserted, removed or replaced to turn one name into the other (Levenshtein). */
function distanceBetween(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column * missingLetter);
  for (const [row, letter] of Array.from(from).entries()) {
    const current = [row + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      const removed = (above[column] ?? 0) + 1;
      const inserted = (current[column - 1] ?? 0) + missingLetter;
      current.push(Math.min(replaced, removed, inserted));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}

/** A group of options: those named, and no other. */
export function group<Options extends object>(
  schemas: OptionSchemas<Options>,
): z.ZodObject<OptionSchemas<Options>, z.core.$strict> {
  const requiredNames = Object.entries<z.ZodType>(schemas)
    .filter(([, schema]) => !(schema instanceof z.ZodOptional))
    .map(([name]) => name);
  const wanted = requiredNames.length === 0 ? "" : ` with ${inWords(requiredNames)}`;
  return z.strictObject(schemas, { error: `must be an object${wanted}` });
}

const inWords = (words: readonly string[]): string => new Intl.ListFormat("en-GB").format(words);

/** A value that meets a condition. @param error how the sentence "The option … " goes on, such as "must be a colour" */
export const meeting = (error: string, holds: (value: unknown) => boolean): z.ZodType =>
  z.custom(holds, { error });

/** A number within bounds, both included. */
export function numberWithin(from: number, to: number): z.ZodType {
  const error = `must be a number from ${from} to ${to}`;
  return z.number({ error }).min(from, { error }).max(to, { error });
}

/** A whole number within bounds, both included. */
export function wholeNumber(from: number, to: number): z.ZodType {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.int({ error }).min(from, { error }).max(to, { error });
}

/** A text of a certain form. @param form ends the sentence "The option … must be" */
export function text(form: string, pattern: RegExp): z.ZodType {
  const error = `must be ${form}`;
  return z.string({ error }).regex(pattern, { error });
}

export const nonEmptyText: z.ZodType = text("a text that is not empty", /\S/);

export const listOfTexts: z.ZodType = z.array(z.string({ error: "must be a text" }), {
  error: "must be a list of texts",
});

export const trueOrFalse: z.ZodType = z.boolean({ error: "must be true or false" });

export const aFunction: z.ZodType = meeting("must be a function", (value) => typeof value === "function");

/**
 * An address that browsers can open, without a user name or password in it.
 *
 * @param base what a path is resolved against; without it, a path is refused
 */
export function webAddress(form: string, base?: string): z.ZodType {
  return meeting(`must be ${form}`, (value) => {
    if (typeof value !== "string" || value === "" || !URL.canParse(value, base)) return false;
    const { protocol, username, password } = new URL(value, base);
    return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
  });
}

/** An implementation of a port, known by its methods; a promise of one does not have them. */
export const port = <Port extends object>(...methods: readonly (keyof Port & string)[]): z.ZodType =>
  meeting(
    `must be an object with ${inWords(methods.map((method) => `${method}()`))}`,
    (value) =>
      typeof value === "object" &&
      value !== null &&
      methods.every((method) => typeof Reflect.get(value, method) === "function"),
  );

/** Adds a check of a member that a port may have. */
export const withMember = <Port extends object>(
  schema: z.ZodType,
  name: keyof Port & string,
  error: string,
  holds: (value: unknown) => boolean,
): z.ZodType =>
  schema.refine(
    (value) => {
      const member: unknown =
        typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
      return member === undefined || holds(member);
    },
    { path: [name], error },
  );
