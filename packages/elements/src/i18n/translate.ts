import {
  formatMessage,
  french,
  type MessageKey,
  type MessageParams,
  type Messages,
} from "@educonnect-activation/core";

/** What a host may put in place of the French texts: any part of a catalogue. */
export type MessageOverrides = Partial<Messages>;

/** Gives the text of a key: the host's, else the French one. */
export function translate(overrides: MessageOverrides, key: MessageKey, params?: MessageParams): string {
  return formatMessage(overrides[key] ?? french[key], params);
}

/** Tells whether a text names a message. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(french, text);
}
