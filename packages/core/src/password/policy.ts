import { fewestCharactersFor } from "./password-bits.ts";

/** The four kinds of characters that composition rules count, in the order in which screens list them. */
export const characterKinds = ["uppercase", "lowercase", "digit", "special_character"] as const;

/** One of the four kinds of characters that composition rules count. */
export type CharacterKind = (typeof characterKinds)[number];

/** The special characters of the deck's checklist, 28 in all. */
export const educonnectSpecialCharacters = "!?@#$(){}[]_&=+-%°*<>£µ/.:;,";

/** What a password must be, as plain JSON; the blocks of `evaluatePassword` hold whatever it says. */
export interface PasswordPolicy {
  /** Name shown in logs and audits, such as `educonnect`. */
  readonly name: string;
  /** Fewest code points after NFC, 8 to {@link maximumLength}. */
  readonly minimumLength: number;
  /** Most code points after NFC, at most 256. */
  readonly maximumLength: number;
  /** Kinds that the composition rule counts, without repetition; none switches composition off. */
  readonly kinds: readonly CharacterKind[];
  /** How many of {@link kinds} must be present; equal to their number, each is a rule of its own. */
  readonly kindsRequired: number;
  /** Characters that count as `special_character`; all others are welcome and count for no kind. */
  readonly specialCharacters: string;
  /** Fewest bits by the CNIL's calculation (length × log₂ of the alphabet in use); 0 switches the rule off. */
  readonly minimumBits: number;
}

const common = {
  maximumLength: 256,
  specialCharacters: educonnectSpecialCharacters,
  minimumBits: 0,
} as const;

/** The five rules of the deck's checklist: 8 characters and one of each kind. The default. */
export const educonnectPasswordPolicy: PasswordPolicy = {
  ...common,
  name: "educonnect",
  minimumLength: 8,
  kinds: characterKinds,
  kindsRequired: 4,
};

/** The deck's text: 8 characters and three of the four kinds. */
export const threeOfFourPasswordPolicy: PasswordPolicy = {
  ...common,
  name: "threeOfFour",
  minimumLength: 8,
  kinds: characterKinds,
  kindsRequired: 3,
};

/** NIST SP 800-63B-4 §3.1.1.2 for a password alone: 15 characters, a blocklist, no composition. */
export const nistPasswordPolicy: PasswordPolicy = {
  ...common,
  name: "nist",
  minimumLength: 15,
  kinds: [],
  kindsRequired: 0,
};

/**
 * The CNIL's policy (recommendation 2022-100): 50 bits where wrong attempts are throttled, 80 where they aren't.
 *
 * The shortest that qualify have all four kinds: 8 and 13 characters over the deck's 28 special ones (the CNIL's example of
 * 12 supposes at least 37, and is 79.6 bits). Fewer kinds need more: 14 letters and digits, or 16 digits when throttled.
 *
 * @param options `throttled`, by default true: this kit locks a password after 5 failures
 */
export function createCnilPasswordPolicy(options: { readonly throttled?: boolean } = {}): PasswordPolicy {
  const minimumBits = (options.throttled ?? true) ? 50 : 80;
  return {
    ...common,
    name: "cnil",
    minimumLength: fewestCharactersFor(minimumBits, educonnectSpecialCharacters),
    kinds: [],
    kindsRequired: 0,
    minimumBits,
  };
}
