import { frenchIssues } from "./fr-issues.ts";
import { frenchScreens } from "./fr-screens.ts";
import type { Message } from "./format-message.ts";

/** The French catalogue, which is the default: every text of the screens and of every issue, by key. */
export const french = { ...frenchScreens, ...frenchIssues };

/** The name of a message. */
export type MessageKey = keyof typeof french;

/** A whole catalogue of another language; `lang` is its BCP 47 tag. */
export type Messages = Readonly<Record<MessageKey, Message>> & { readonly lang: string };
