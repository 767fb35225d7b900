import { fewestCharactersFor } from "./password-bits.ts";

/** The four kinds of characters that composition rules count, in the order in which screens list them. */
export const characterKinds = ["uppercase", "lowercase", "digit", "special_character"] as const;

/** One of the four kinds of characters that composition rules count. */
export type CharacterKind = (typeof characterKinds)[number];

/** The special characters of the deck's checklist, 28 in all. */
export const educonnectSpecialCharacters = "!?@#$(){}[]_&=+-%°*<>£µ/.:;,";

/** What a password must be, as plain JSON. `evaluatePassword` refuses common and personal passwords in addition, in every policy. */
export interface PasswordPolicy {
  /** The name in logs and audits, such as `educonnect`. */
  readonly name: string;
  /** The fewest code points after NFC, 8 to {@link maximumLength}. */
  readonly minimumLength: number;
  /** The most code points after NFC, at most 256. */
  readonly maximumLength: number;
  /** The kinds that the composition rule counts, without repetition; an empty list switches composition off. */
  readonly kinds: readonly CharacterKind[];
  /** How many of {@link kinds} must be present. If all must be, each is a rule of its own. */
  readonly kindsRequired: number;
  /** The characters that count as `special_character`; all others are allowed and count for no kind. */
  readonly specialCharacters: string;
  /** The fewest bits by the CNIL's calculation (length × log₂ of the alphabet in use); 0 switches the rule off. */
  readonly minimumBits: number;
}

const sharedValues = {
  maximumLength: 256,
  specialCharacters: educonnectSpecialCharacters,
  minimumBits: 0,
} as const;

/** The five rules of the deck's checklist: 8 characters and one of each kind. The default. */
export const educonnectPasswordPolicy: PasswordPolicy = {
  ...sharedValues,
  name: "educonnect",
  minimumLength: 8,
  kinds: characterKinds,
  kindsRequired: 4,
};

/** The policy of the deck's text: 8 characters and three of the four kinds. */
export const threeOfFourPasswordPolicy: PasswordPolicy = {
  ...sharedValues,
  name: "threeOfFour",
  minimumLength: 8,
  kinds: characterKinds,
  kindsRequired: 3,
};

/** The policy of NIST SP 800-63B-4 §3.1.1.2 for a password as the only factor: 15 characters, a blocklist, no composition. */
export const nistPasswordPolicy: PasswordPolicy = {
  ...sharedValues,
  name: "nist",
  minimumLength: 15,
  kinds: [],
  kindsRequired: 0,
};

/**
 * Makes the CNIL's policy (recommendation 2022-100): 50 bits where wrong attempts are throttled, 80 where they are not.
 *
 * The shortest passwords that qualify have all four kinds: 8 and 13 characters over the deck's 28 special ones (the CNIL's example of
 * 12 supposes at least 37, and is 79.6 bits). Fewer kinds need more: 14 letters and digits, or 16 digits when throttled.
 *
 * @param options `throttled`, by default true: this kit locks a password after 5 failures
 */
export function createCnilPasswordPolicy(options: { readonly throttled?: boolean } = {}): PasswordPolicy {
  const minimumBits = (options.throttled ?? true) ? 50 : 80;
  return {
    ...sharedValues,
    name: "cnil",
    minimumLength: fewestCharactersFor(minimumBits, educonnectSpecialCharacters),
    kinds: [],
    kindsRequired: 0,
    minimumBits,
  };
}
