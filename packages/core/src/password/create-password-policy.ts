import { characterKinds, educonnectPasswordPolicy, type PasswordPolicy } from "./policy.ts";

/**
 * Makes a policy for a deployment. What is left out is as in the default, the deck's five rules.
 *
 * @param options any part of a policy; `name` is required
 * @returns a frozen, plain-JSON policy
 * @throws TypeError naming the wrong property: an unknown one; lengths outside 8 to 256, or a minimum above the maximum; unknown or
 *   repeated kinds; more kinds required than counted; special characters that are letters or digits, repeated or not in NFC;
 *   negative bits, or more bits than the longest password can reach
 */
export function createPasswordPolicy(
  options: Partial<PasswordPolicy> & Pick<PasswordPolicy, "name">,
): PasswordPolicy {
  for (const property of Object.keys(options)) {
    if (!Object.hasOwn(educonnectPasswordPolicy, property))
      throw new TypeError(`unknown property: ${property}`);
  }
  const kinds = Object.freeze([...(options.kinds ?? educonnectPasswordPolicy.kinds)]);
  const policy = Object.freeze({
    ...educonnectPasswordPolicy,
    kindsRequired: kinds.length,
    ...options,
    kinds,
  });
  checkName(policy);
  checkLengths(policy);
  checkKinds(policy);
  checkSpecialCharacters(policy);
  checkBits(policy);
  return policy;
}

function checkName({ name }: PasswordPolicy): void {
  if (typeof name !== "string" || name === "") throw new TypeError("name must be a text that is not empty");
}

function checkLengths({ minimumLength, maximumLength }: PasswordPolicy): void {
  if (!Number.isInteger(minimumLength) || minimumLength < 8 || minimumLength > 256) {
    throw new TypeError(`minimumLength must be a whole number from 8 to 256, not ${minimumLength}`);
  }
  // ASVS 6.2.9 requires that 64 characters are possible.
  if (!Number.isInteger(maximumLength) || maximumLength < 64 || maximumLength > 256) {
    throw new TypeError(`maximumLength must be a whole number from 64 to 256, not ${maximumLength}`);
  }
  if (minimumLength > maximumLength) throw new TypeError("minimumLength must not exceed maximumLength");
}

function checkKinds({ kinds, kindsRequired }: PasswordPolicy): void {
  for (const kind of kinds) {
    if (!characterKinds.includes(kind)) throw new TypeError(`kinds holds an unknown kind: ${String(kind)}`);
  }
  if (new Set(kinds).size !== kinds.length) throw new TypeError("kinds holds the same kind twice");
  const fewest = kinds.length === 0 ? 0 : 1;
  if (!Number.isInteger(kindsRequired) || kindsRequired < fewest || kindsRequired > kinds.length) {
    throw new TypeError(`kindsRequired must be a whole number from ${fewest} to ${kinds.length}`);
  }
}

function checkSpecialCharacters({ specialCharacters, kinds }: PasswordPolicy): void {
  if (typeof specialCharacters !== "string") throw new TypeError("specialCharacters must be a text");
  const characters = Array.from(specialCharacters);
  if (characters.length === 0 && kinds.includes("special_character")) {
    throw new TypeError("specialCharacters must not be empty when special_character is one of the kinds");
  }
  if (specialCharacters.normalize("NFC") !== specialCharacters || /\p{Cs}/u.test(specialCharacters)) {
    throw new TypeError("specialCharacters must be well-formed Unicode in NFC");
  }
  if (new Set(characters).size !== characters.length) {
    throw new TypeError("specialCharacters holds the same character twice");
  }
  // Unicode calls the deck's µ a letter, so only the letters that are a kind of their own are refused.
  if (/[\p{Lu}\p{Lt}\p{Nd}a-z\s]/u.test(specialCharacters)) {
    throw new TypeError("specialCharacters must hold no capitals, letters a–z, digits or spaces");
  }
}

function checkBits({ minimumBits, specialCharacters, maximumLength }: PasswordPolicy): void {
  const alphabet = 62 + Array.from(specialCharacters).length;
  if (!Number.isFinite(minimumBits) || minimumBits < 0 || minimumBits > maximumLength * Math.log2(alphabet)) {
    throw new TypeError(
      `minimumBits must be from 0 to what the longest password can reach, not ${minimumBits}`,
    );
  }
}
