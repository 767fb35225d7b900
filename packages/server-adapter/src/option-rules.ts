import { nearestName } from "./nearest-name.ts";

/** What an option must be. */
export interface OptionRule {
  /** Whether there is no default: neither `undefined` nor `null` will do. */
  readonly isRequired?: true;
  /** @throws {TypeError} naming the option; never with its value, which may be a secret. */
  check(name: string, value: unknown): void;
}

/** A rule for each option, required or not. */
export type OptionRules<Options extends object> = { readonly [Name in keyof Required<Options>]: OptionRule };

/** Makes a rule of a condition. @param mustBe ends the sentence "The option … must be" */
export function rule(mustBe: string, holds: (value: unknown) => boolean): OptionRule {
  return {
    check(name, value) {
      if (!holds(value)) throw new TypeError(`The option ${name} must be ${mustBe}.`);
    },
  };
}

/** Makes a rule for what has no default. */
export const required = (inner: OptionRule): OptionRule => ({ ...inner, isRequired: true });

/** Makes a rule for what may be left out by `null`, where that means something else than the default. */
export const orNull = (inner: OptionRule): OptionRule => ({
  ...inner,
  check: (name, value) => value !== null && inner.check(name, value),
});

/** Makes a rule for what has to meet several. */
export const every = (...rules: readonly OptionRule[]): OptionRule => ({
  check: (name, value) => rules.forEach((each) => each.check(name, value)),
});

/** A whole number within bounds, both included. */
export const whole = (from: number, to: number): OptionRule =>
  rule(
    `a whole number from ${from} to ${to}`,
    (value) => Number.isInteger(value) && isWithin(value, from, to),
  );

/** Makes a rule of the order of two lengths, by their defaults where they are not given. */
export const notBelow = <Name extends string>(
  ceiling: Name,
  length: Name,
  defaults: Readonly<Record<Name, number>>,
): OptionRule => ({
  check(path, value) {
    const valueOf = (name: Name) => {
      const given: unknown =
        typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
      return typeof given === "number" ? given : defaults[name];
    };
    const nameOf = (name: Name) => `${path === "" ? name : `${path}.${name}`} (${valueOf(name)})`;
    if (valueOf(ceiling) >= valueOf(length)) return;
    throw new TypeError(`The option ${nameOf(ceiling)} must not be less than ${nameOf(length)}.`);
  },
});

/** A number within bounds, both included. */
export const numeric = (from: number, to: number): OptionRule =>
  rule(`a number from ${from} to ${to}`, (value) => isWithin(value, from, to));

const isWithin = (value: unknown, from: number, to: number): boolean =>
  typeof value === "number" && value >= from && value <= to;

/** A text of a certain form. */
export const text = (mustBe: string, pattern: RegExp): OptionRule =>
  rule(mustBe, (value) => typeof value === "string" && pattern.test(value));

/** A list whose members all meet a condition. */
export const listOf = (mustHold: string, holds: (value: unknown) => boolean): OptionRule =>
  rule(`a list of ${mustHold}`, (value) => Array.isArray(value) && value.every(holds));

/** `true` or `false`, and nothing that passes for it. */
export const isSwitch: OptionRule = rule("true or false", (value) => typeof value === "boolean");

/** A function. */
export const isFunction: OptionRule = rule("a function", (value) => typeof value === "function");

/** An address that browsers open, with nothing to sign in by. @param base what a path is below; none, and a path is refused */
export function webAddress(mustBe: string, base?: string): OptionRule {
  return rule(mustBe, (value) => {
    if (typeof value !== "string" || value === "" || !URL.canParse(value, base)) return false;
    const { protocol, username, password } = new URL(value, base);
    return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
  });
}

/** A part known by its methods: a promise of one, or one of another kind, has not got them. */
export const port = <Port extends object>(...methods: readonly (keyof Port & string)[]): OptionRule =>
  rule(
    `an object with ${inWords(methods.map((method) => `${method}()`))}`,
    (value) =>
      typeof value === "object" &&
      value !== null &&
      methods.every((method) => typeof Reflect.get(value, method) === "function"),
  );

/** A member that a part need not have. */
export const member = <Part extends object>(name: keyof Part & string, inner: OptionRule): OptionRule => ({
  check(path, value) {
    const given: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
    if (given !== undefined) inner.check(`${path}.${name}`, given);
  },
});

/** An object of options of its own: those of the table, and no other name; `undefined` is the default. */
export function group<Options extends object>(rules: OptionRules<Options>): OptionRule {
  const table = Object.entries<OptionRule>(rules);
  const requiredNames = table.filter(([, { isRequired }]) => isRequired).map(([name]) => name);
  return {
    check(path, value) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        const wanted = requiredNames.length === 0 ? "" : ` with ${inWords(requiredNames)}`;
        throw new TypeError(
          `${path === "" ? "The options" : `The option ${path}`} must be an object${wanted}.`,
        );
      }
      const nameOf = (name: string) => (path === "" ? name : `${path}.${name}`);
      for (const name of Object.keys(value).filter((given) => !Object.hasOwn(rules, given))) {
        const nearest = nearestName(name, Object.keys(rules));
        throw new TypeError(`There is no option ${nameOf(name)}; the nearest is ${nameOf(nearest)}.`);
      }
      for (const [name, each] of table) {
        const given: unknown = Reflect.get(value, name);
        const isMissing = given === undefined || (given === null && each.isRequired === true);
        if (isMissing && each.isRequired) throw new TypeError(`The option ${nameOf(name)} is required.`);
        if (!isMissing) each.check(nameOf(name), given);
      }
    },
  };
}

const inWords = (words: readonly string[]): string => new Intl.ListFormat("en-GB").format(words);
