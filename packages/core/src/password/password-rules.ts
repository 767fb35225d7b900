import { bitsPerCharacter } from "./password-bits.ts";
import type { PasswordShape } from "./password-kinds.ts";
import type { CharacterKind, PasswordPolicy } from "./policy.ts";

/** The codes of the rules that a policy can have; each is a line of the checklist. */
export type PasswordRuleCode =
  | CharacterKind
  | "character_kinds"
  | "minimum_bits"
  | "minimum_length"
  | "maximum_length";

/** A rule of the policy and whether the password meets it. */
export interface PasswordRule {
  readonly code: PasswordRuleCode;
  readonly met: boolean;
  /** False for kinds of which the policy requires only some: they are listed, and `character_kinds` counts them. */
  readonly mandatory: boolean;
  /**
   * The numbers and texts of the line: `minimum` and `actual` (code points) for `minimum_length`, `maximum` and `actual` for
   * `maximum_length`, `characters` for `special_character`, `required` and `actual` for `character_kinds`, `required` (bits) and
   * `missingCharacters` (more of the kinds in use, 0 when met) for `minimum_bits`.
   */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Checks the rules of a policy, in the deck's order: kinds, then bits, then lengths. `maximum_length` is listed only when it is broken. */
export function checkRules(shape: PasswordShape, policy: PasswordPolicy): PasswordRule[] {
  const rules = kindRules(shape, policy);
  if (policy.minimumBits > 0) rules.push(bitsRule(shape, policy));
  rules.push({
    code: "minimum_length",
    met: shape.length >= policy.minimumLength,
    mandatory: true,
    params: { minimum: policy.minimumLength, actual: shape.length },
  });
  if (shape.length > policy.maximumLength) {
    rules.push({
      code: "maximum_length",
      met: false,
      mandatory: true,
      params: { maximum: policy.maximumLength, actual: shape.length },
    });
  }
  return rules;
}

function kindRules(shape: PasswordShape, policy: PasswordPolicy): PasswordRule[] {
  const everyKind = policy.kindsRequired === policy.kinds.length;
  const rules: PasswordRule[] = policy.kinds.map((kind) => ({
    code: kind,
    met: shape[kind],
    mandatory: everyKind,
    params: kind === "special_character" ? { characters: policy.specialCharacters } : {},
  }));
  if (everyKind) return rules;
  const actual = rules.filter((rule) => rule.met).length;
  rules.push({
    code: "character_kinds",
    met: actual >= policy.kindsRequired,
    mandatory: true,
    params: { required: policy.kindsRequired, actual },
  });
  return rules;
}

function bitsRule(shape: PasswordShape, policy: PasswordPolicy): PasswordRule {
  const perCharacter = bitsPerCharacter(shape, policy.specialCharacters);
  const needed = perCharacter === 0 ? policy.minimumLength : Math.ceil(policy.minimumBits / perCharacter);
  return {
    code: "minimum_bits",
    met: shape.length >= needed,
    mandatory: true,
    params: { required: policy.minimumBits, missingCharacters: Math.max(0, needed - shape.length) },
  };
}
