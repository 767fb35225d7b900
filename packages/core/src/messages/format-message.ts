/** The numbers and texts that a message names. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A text that agrees in number: one for each category that its language tells apart (`Intl.PluralRules`), `other` for the rest. */
export interface Plural extends Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> {
  /** The name of the number that decides. */
  readonly count: string;
  readonly other: string;
}

/** A text with `{name}` in place of what is not known yet, or several that agree in number. */
export type Message = string | Plural;

/**
 * Fills in a message.
 *
 * Catalogues have ordinary spaces; those of French that no line may break at become U+202F before `?`, `!` and `;`, U+00A0 before `:`
 * and within « » (Lexique des règles typographiques of the Imprimerie nationale). No other language has a space there. What is filled
 * in stays as it is.
 *
 * @param message a text of a catalogue
 * @param params what the text names; a name that is missing is left out of the text, never shown as `undefined`
 * @param language BCP 47 tag of the text, whose plurals it follows
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
