import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { type StrengthEstimator, createStrengthEstimator } from "@educonnect-activation/core/strength";
import { keyboards, rankedWords } from "./strength-dictionary.generated.ts";

/**
 * Makes the strength estimator of the password screen: zxcvbn-ts over a French dictionary trimmed by rank and the azerty, qwerty
 * and keypad keyboards (entry `@educonnect-activation/elements/strength`, under 70 KB gzip, loaded when its screen shows).
 *
 * Building it takes some milliseconds and each estimate below one for passwords of usual length; keep the one it returns.
 *
 * @returns an estimator for `createStrengthEstimator` of `@educonnect-activation/core/strength`
 */
export function createZxcvbnEstimator(): StrengthEstimator {
  const dictionary = Object.fromEntries(
    Object.entries(rankedWords).map(([name, words]) => [name, decodeWords(words)]),
  );
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: keyboards, l33tMaxSubstitutions: 20 });
  return (password, userInputs) => {
    const { guesses } = zxcvbn.check(withoutObjectNames(password), Array.from(userInputs));
    return { guesses };
  };
}

/**
 * zxcvbn-ts looks words up in plain objects, where `constructor` and `__proto__` find what every object inherits and the count
 * becomes no number. A common word in their place keeps the estimate about right.
 */
function withoutObjectNames(password: string): string {
  return password.replace(/constructor|__proto__/giu, "commun");
}

/** Gives the strength word of a password. */
export type EstimateStrength = ReturnType<typeof createStrengthEstimator>;

/** Makes what a screen loads to say how strong a password is: the rules of the word and the estimator with its dictionary. */
export function createStrengthWord(): EstimateStrength {
  return createStrengthEstimator(createZxcvbnEstimator());
}

/**
 * Reads a front-coded word list: each word is a capital for the letters it shares with the one before (`A` none, `B` one …) and the
 * rest of it, so `AazertyGuiop` is `azerty`, `azertyuiop`.
 */
export function decodeWords(encoded: string): string[] {
  const words: string[] = [];
  let previous = "";
  for (const [entry] of encoded.matchAll(/[A-Z][^A-Z]*/gu)) {
    previous = previous.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1);
    words.push(previous);
  }
  return words;
}
