import type { Message } from "../format-message.ts";
import { french, type MessageKey, type Messages } from "../fr.ts";
import type { Language } from "../language.ts";
import { pseudoMessage } from "./pseudo-text.ts";

const isKey = (name: string): name is MessageKey => Object.hasOwn(french, name);

const texts: Record<MessageKey, Message> = { ...french };
for (const key of Object.keys(texts).filter(isKey)) texts[key] = pseudoMessage(french[key]);

/**
 * The French catalogue in brackets, with accents and a third longer. As `messages` of an element it shows which texts are in no
 * catalogue (they stand outside brackets) and which have no room to grow.
 */
export const pseudoMessages: Messages = { ...texts, lang: "fr-x-pseudo", dir: "ltr" };

const load = () => Promise.resolve({ texts: pseudoMessages });

/** The same as a language. */
export const language: Language = {
  "sign-in": pseudoMessages,
  flow: load,
  proof: load,
  password: load,
  services: load,
  "confirmation-link": load,
  portal: load,
};
