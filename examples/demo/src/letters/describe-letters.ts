import type { Letter, LetterStatus } from "./letter.ts";

interface PersonName {
  readonly givenName: string;
  readonly familyName: string;
}

interface DatedName extends PersonName {
  /** ISO date, or null when it is not recorded. */
  readonly birthDate: string | null;
}

interface LetterBase {
  /** In small letters; any case is accepted. */
  readonly identifier: string;
  readonly provisionalPassword: string;
  readonly status: LetterStatus;
}

/** One entry of `/demo/letters.json`. */
export type LetterDescription =
  | (LetterBase & {
      readonly guardian: PersonName & { readonly mobile: string | null; readonly email: string | null };
      readonly children: readonly DatedName[];
    })
  | (LetterBase & { readonly pupil: DatedName });

/**
 * Describes letters for scripts, as `/demo/letters.json` does.
 *
 * @param statusOf the present status of a person's account
 */
export function describeLetters(
  letters: readonly Letter[],
  statusOf: (personId: string) => LetterStatus,
): LetterDescription[] {
  return letters.map((letter) => {
    const { givenName, familyName, identifier, provisionalPassword } = letter;
    const base = { identifier, provisionalPassword, status: statusOf(letter.personId) };
    if (letter.kind === "pupil") {
      return { ...base, pupil: { givenName, familyName, birthDate: letter.birthDate } };
    }
    return {
      ...base,
      guardian: { givenName, familyName, mobile: letter.mobile, email: letter.email },
      children: letter.children.map((child) => ({
        givenName: child.givenName,
        familyName: child.familyName,
        birthDate: child.birthDate,
      })),
    };
  });
}
