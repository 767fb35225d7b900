/** The numbers and texts that fill in a message. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A text that agrees in number: one form for each category that its language distinguishes (`Intl.PluralRules`), and `other` for the rest. */
export interface Plural extends Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> {
  /** The name of the number that chooses the form. */
  readonly count: string;
  readonly other: string;
}

/** A text with `{name}` in place of what is filled in later, or several forms that agree in number. */
export type Message = string | Plural;

/**
 * Fills in a message.
 *
 * Catalogues contain ordinary spaces. In French, those at which a line must not break become U+202F before `?`, `!` and `;`, and U+00A0
 * before `:` and within « » (Lexique des règles typographiques of the Imprimerie nationale). No other language has a space there. The
 * values that are filled in stay as they are.
 *
 * @param message a text of a catalogue
 * @param params the values for the names in the text; a missing one is left out, never shown as `undefined`
 * @param language the BCP 47 tag of the text, which decides its plurals
 */
export function formatMessage(message: Message, params: MessageParams = {}, language = "fr"): string {
  const text = typeof message === "string" ? message : choosePlural(message, params, language);
  return text.replace(/\{(\w+)\}| (?=([?!;])|[:»])|(?<=«) /gu, (_, name?: string, sign?: string) =>
    name ? `${Object.hasOwn(params, name) ? params[name] : ""}` : sign ? "\u202f" : "\u00a0",
  );
}

function choosePlural(plural: Plural, params: MessageParams, language: string): string {
  const category = new Intl.PluralRules(language).select(Number(params[plural.count]));
  return plural[category] ?? plural.other;
}
