import {
  formatMessage,
  type Language,
  type MessageKey,
  type MessageParams,
  type Messages,
} from "@educonnect-activation/core";

/** Loads a whole catalogue, and gives its texts by key as the screens fill them in. */
export async function readCatalogue(
  language: Language,
): Promise<(key: MessageKey, params?: MessageParams) => string> {
  const { "sign-in": signIn, ...others } = language;
  const parts = await Promise.all(Object.values(others).map((load) => load()));
  const texts: Partial<Messages> = Object.assign({}, signIn, ...parts.map((part) => part.texts));
  return (key, params) => formatMessage(texts[key] ?? "", params, signIn.lang);
}
