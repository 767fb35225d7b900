import { nameTokens, foldName } from "../identity/fold-name.ts";
import { normalizePassword } from "./evaluate-password.ts";

/**
 * A port that estimates after how many guesses, on average, somebody who knows French passwords and `userInputs` finds a password.
 *
 * `userInputs` are lower-case words and dates about the person, the most likely first. `guesses` is at least 1.
 */
export type StrengthEstimator = (
  password: string,
  userInputs: readonly string[],
) => { readonly guesses: number };

/** The strength that a screen shows: Faible, Moyen or Fort. */
export type PasswordStrength = "weak" | "fair" | "strong";

/** What an acquaintance knows of a person; every part may be empty. */
export interface StrengthContext {
  /** Names, identifier and address of the person, names of their children, name and town of the schools, as written. */
  readonly words?: readonly string[];
  /** Birth dates of the person and their children, `YYYY-MM-DD`; other texts are taken as words. */
  readonly birthDates?: readonly string[];
}

/**
 * The fewest guesses for each strength. Below 10⁶ a password falls to somebody who tries online without being throttled; from 10¹⁰ it
 * withstands months of tries against a stolen argon2id hash (declared defaults, on the scale of zxcvbn's scores 2 and 4).
 */
export const strengthThresholds = { fair: 1e6, strong: 1e10 } as const;

/** Longer passwords are estimated by their beginning, because the rest could only make them stronger and costs time. */
const longestEstimated = 64;

/**
 * Makes the function that a screen uses to show the strength of a password.
 *
 * The password is estimated as typed and again without marks, and the lower count decides, so that `Hélène2015!` is worth no more than
 * `Helene2015!`. The strength informs; `evaluatePassword` decides (the server needs no estimator).
 *
 * @param estimator the port, such as the one of `@educonnect-activation/elements/strength`
 * @throws whatever the estimator throws, and nothing else, for any text
 */
export function createStrengthEstimator(
  estimator: StrengthEstimator,
): (password: string, context?: StrengthContext) => PasswordStrength {
  return (password, context = {}) => {
    const typed = Array.from(normalizePassword(password)).slice(0, longestEstimated).join("");
    if (typed === "") return "weak";
    const userInputs = listUserInputs(context);
    const plain = typed.normalize("NFD").replace(/\p{M}+/gu, "");
    const guesses = Math.min(
      ...Array.from(new Set([typed, plain]), (spelling) => estimator(spelling, userInputs).guesses),
    );
    const strength = toStrength(guesses);
    return strength === "strong" && isMostlyKnown(plain.toLowerCase(), userInputs) ? "fair" : strength;
  };
}

/** How many letters and digits must remain when everything known about a person is removed from a strong password. */
const fewestUnknown = 4;

/** Tells whether a password consists mostly of known words. An estimator counts each further name as another secret; a relative does not. */
function isMostlyKnown(plain: string, userInputs: readonly string[]): boolean {
  const known = userInputs
    .filter((input) => input.length >= 3)
    .sort((left, right) => right.length - left.length);
  if (!known.some((input) => plain.includes(input))) return false;
  let rest = plain;
  for (const input of known) rest = rest.split(input).join(" ");
  return Array.from(rest.matchAll(/[\p{L}\p{N}]/gu)).length < fewestUnknown;
}

/** Gives the strength for a number of guesses; NaN is weak. */
export function toStrength(guesses: number): PasswordStrength {
  if (guesses >= strengthThresholds.strong) return "strong";
  return guesses >= strengthThresholds.fair ? "fair" : "weak";
}

/**
 * Spells out what is known about a person in the ways in which people use it in passwords: each word as written and folded to a–z, whole
 * and in its parts, and each date as `15032015`, `150315`, `1503`, `032015`, `2015`, `20150315` and the like.
 *
 * @returns distinct lower-case words of at least 2 characters, in the order given
 */
export function listUserInputs(context: StrengthContext): string[] {
  const inputs = new Set<string>();
  for (const word of context.words ?? []) {
    const lower = word.normalize("NFC").toLowerCase().trim();
    for (const form of [lower, foldName(word), ...nameTokens(word), lower.replace(/[^\p{L}\p{N}]+/gu, "")]) {
      inputs.add(form);
    }
    const [local, domain] = lower.split("@");
    if (domain !== undefined) inputs.add(local ?? "");
  }
  for (const birthDate of context.birthDates ?? []) {
    for (const form of datesAsTyped(birthDate)) inputs.add(form);
  }
  return Array.from(inputs).filter((input) => input.length >= 2);
}

function datesAsTyped(birthDate: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate) ?? [];
  if (year === undefined || month === undefined || day === undefined) return [birthDate.toLowerCase()];
  const short = year.slice(2);
  const orders = [
    [day, month, year],
    [day, month, short],
    [year, month, day],
    [short, month, day],
    [month, day, year],
    [month, day, short],
    [day, month],
    [month, year],
    [month, short],
  ];
  const forms = ["", "/", "-", "."].flatMap((separator) => orders.map((parts) => parts.join(separator)));
  return [year, ...forms];
}
