import {
  formatMessage,
  frenchCommon,
  type MessageKey,
  type MessageParams,
  type Messages,
} from "@educonnect-activation/core";

/** What a host may put in place of the French texts: any part of a catalogue. */
export type MessageOverrides = Partial<Messages>;

const french: MessageOverrides = { ...frenchCommon };

/** Adds French texts that load with the screens that need them. */
export function addTexts(...catalogues: readonly MessageOverrides[]): void {
  Object.assign(french, ...catalogues);
}

/** Gives the text of a key: the host's, else the French one. */
export function translate(messages: MessageOverrides, key: MessageKey, params?: MessageParams): string {
  return formatMessage(messages[key] ?? french[key] ?? "", params);
}

/** Tells whether `translate` has a text for a name. */
export function isMessageKey(messages: MessageOverrides, name: string): name is MessageKey {
  return Object.hasOwn(messages, name) || Object.hasOwn(french, name);
}
