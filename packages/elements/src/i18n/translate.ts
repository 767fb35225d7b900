import {
  formatMessage,
  frenchCommon,
  type MessageKey,
  type MessageParams,
  type Messages,
} from "@educonnect-activation/core";

/** What a host may put in place of the French texts: any part of a catalogue. */
export type MessageOverrides = Partial<Messages>;

const common: MessageOverrides = frenchCommon;

/** Gives the text of a key: from the catalogue at hand, else from the French texts common to all screens. */
export function translate(messages: MessageOverrides, key: MessageKey, params?: MessageParams): string {
  return formatMessage(messages[key] ?? common[key] ?? "", params);
}

/** Tells whether `translate` has a text for a name. */
export function isMessageKey(messages: MessageOverrides, name: string): name is MessageKey {
  return Object.hasOwn(messages, name) || Object.hasOwn(common, name);
}
