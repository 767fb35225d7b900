import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import type { StrengthEstimator } from "@educonnect-activation/core/strength";
import { decodeWords } from "./decode-words.ts";
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
