/** The numbers and texts that a message names. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A text with `{name}` in place of what is not known yet, or a function where grammar needs one (plurals). */
export type Message = string | ((params: MessageParams) => string);

/**
 * Fills in a message.
 *
 * @param message a text or function of a catalogue
 * @param params what the text names; a name that is missing is left out of the text, never shown as `undefined`
 */
export function formatMessage(message: Message, params: MessageParams = {}): string {
  if (typeof message === "function") return message(params);
  return message.replace(/\{(\w+)\}/gu, (_, name: string) => String(params[name] ?? ""));
}
