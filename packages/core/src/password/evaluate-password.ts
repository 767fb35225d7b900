import { isTooCommon, type IsCommonPassword } from "./common-passwords.ts";
import { isAscii, withoutCaseAndMarks, withoutLookAlikes } from "./fold-password.ts";
import { normalizeProvisionalPassword } from "./generate-provisional-password.ts";
import { measurePassword } from "./password-kinds.ts";
import { checkRules, type PasswordRule, type PasswordRuleCode } from "./password-rules.ts";
import { containsPersonalWord, foldPersonalWords, type PersonalWords } from "./personal-words.ts";
import type { PasswordPolicy } from "./policy.ts";

/** The codes of what can be wrong with a password: one for each rule, and four that apply in every policy. */
export type PasswordIssueCode =
  | "password_needs_uppercase"
  | "password_needs_lowercase"
  | "password_needs_digit"
  | "password_needs_special_character"
  | "password_needs_more_kinds"
  | "password_needs_more_bits"
  | "password_too_short"
  | "password_too_long"
  | "password_not_unicode"
  | "password_too_common"
  | "password_contains_name"
  | "password_is_provisional";

/** One thing that is wrong with a password, with the numbers of its rule for the text. */
export interface PasswordIssue {
  readonly code: PasswordIssueCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is known about the person, so that their own words are refused. */
export interface PasswordContext {
  /** The person's names and identifier (not their children's), as written. The same array is folded only once. */
  readonly personal: readonly string[];
  /** A blocklist over folded words (`createBlocklist`, or the entries `blocklist` and `blocklist-full`). */
  readonly isCommon?: IsCommonPassword;
  /** The provisional password, where it is known in clear; a server that has only its hash compares by hash. */
  readonly provisionalPassword?: string;
}

/** Every rule of the policy, everything that is wrong, and whether the password is acceptable. */
export interface PasswordEvaluation {
  readonly rules: readonly PasswordRule[];
  readonly issues: readonly PasswordIssue[];
  /** True when `issues` is empty. */
  readonly acceptable: boolean;
}

const issueOfRule: Readonly<Record<PasswordRuleCode, PasswordIssueCode>> = {
  uppercase: "password_needs_uppercase",
  lowercase: "password_needs_lowercase",
  digit: "password_needs_digit",
  special_character: "password_needs_special_character",
  character_kinds: "password_needs_more_kinds",
  minimum_bits: "password_needs_more_bits",
  minimum_length: "password_too_short",
  maximum_length: "password_too_long",
};

/** NFC never shortens a text by more than a factor of three, so a text longer than this is too long after folding as well. */
const longestNormalized = 4096;

/**
 * Evaluates a new password against a policy. The browser's checklist and the server's refusal both use this function.
 *
 * The password is brought into NFC, counted in code points and never cut. Any Unicode is accepted except lone surrogates. Every policy
 * refuses a word of the blocklist in disguise, the person's own names or identifier, and the provisional password (the deck;
 * ASVS 6.2.4, 6.2.11; NIST SP 800-63B-4 §3.1.1.2). Hash `normalizePassword(password)`, not what was typed.
 *
 * The function is pure and synchronous, and never throws for any text.
 *
 * @param password as typed or pasted
 * @param policy a preset, or one that `createPasswordPolicy` has checked
 * @param context what is known about the person
 */
export function evaluatePassword(
  password: string,
  policy: PasswordPolicy,
  context: PasswordContext,
): PasswordEvaluation {
  const normalized = password.length > longestNormalized ? password : normalizePassword(password);
  const shape = measurePassword(normalized, policy.specialCharacters);
  const rules = checkRules(shape, policy);
  const issues: PasswordIssue[] = [];
  for (const rule of rules) {
    if (rule.mandatory && !rule.met) issues.push({ code: issueOfRule[rule.code], params: rule.params });
  }
  // A text of a length that no policy accepts is not worth the time of the other checks.
  if (shape.length > 0 && shape.length <= policy.maximumLength) {
    for (const code of findBlocks(normalized, context)) issues.push({ code, params: {} });
  }
  return { rules, issues, acceptable: issues.length === 0 };
}

/** Gives the form of a password that is evaluated, hashed and compared: NFC (NIST SP 800-63B-4 §3.1.1.2), never cut. */
export function normalizePassword(password: string): string {
  return password.normalize("NFC");
}

function findBlocks(password: string, context: PasswordContext): PasswordIssueCode[] {
  const codes: PasswordIssueCode[] = [];
  if (!isAscii(password) && /\p{Cs}/u.test(password)) codes.push("password_not_unicode");
  const lower = withoutCaseAndMarks(password);
  const letters = withoutLookAlikes(lower);
  if (isTooCommon(lower, letters, context.isCommon)) codes.push("password_too_common");
  if (containsPersonalWord(password, lower, letters, personalWordsOf(context.personal)))
    codes.push("password_contains_name");
  const { provisionalPassword } = context;
  if (
    provisionalPassword !== undefined &&
    normalizeProvisionalPassword(password) === normalizeProvisionalPassword(provisionalPassword)
  ) {
    codes.push("password_is_provisional");
  }
  return codes;
}

const foldedOnce = new WeakMap<readonly string[], PersonalWords>();

function personalWordsOf(personal: readonly string[]): PersonalWords {
  let words = foldedOnce.get(personal);
  if (words === undefined) {
    words = foldPersonalWords(personal);
    foldedOnce.set(personal, words);
  }
  return words;
}
