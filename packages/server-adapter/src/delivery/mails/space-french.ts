/**
 * Puts the spaces of French that no line breaks at in place of ordinary ones: U+202F before `?`, `!` and `;`, U+00A0 before `:` and within
 * « » (Lexique des règles typographiques of the Imprimerie nationale), as the screens' texts have them.
 */
export function spaceFrench(text: string): string {
  return text.replaceAll(/ (?=([?!;])|[:»])|(?<=«) /gu, (_, sign?: string) => (sign ? "\u202f" : "\u00a0"));
}
