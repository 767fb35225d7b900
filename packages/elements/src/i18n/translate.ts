import {
  formatMessage,
  frenchSignIn,
  type MessageKey,
  type MessageParams,
  type Messages,
  type TextPart,
  type Issue,
} from "@educonnect-activation/core";

/** The messages that a host replaces: any part of a catalogue. */
export type MessageOverrides = Partial<Messages>;

const french: MessageOverrides = { ...frenchSignIn };

/** Texts of a host's own, for one language or a list for several, as `lang` in each says; null and undefined are none. */
export type OwnTexts = MessageOverrides | readonly MessageOverrides[] | null | undefined;

/** The parts of a catalogue whose screens are in this page. */
export const partsInUse: Set<TextPart> = new Set(["sign-in"]);

/** Adds French texts that load with the screens that need them; in other languages they are the part named. */
export function addTexts(part: TextPart, ...catalogues: readonly MessageOverrides[]): void {
  partsInUse.add(part);
  Object.assign(french, ...catalogues);
}

/** Returns the message of a key: the host's own, else the French one. */
export function translate(messages: MessageOverrides, key: MessageKey, params?: MessageParams): string {
  return formatMessage(messages[key] ?? french[key] ?? "", params, messages.lang);
}

/** Tells whether `translate` has a text for a name. */
export function isMessageKey(messages: MessageOverrides, name: string): name is MessageKey {
  return Object.hasOwn(messages, name) || Object.hasOwn(french, name);
}

/** Puts an issue into words by the key of its text. */
export type IssueWording = (
  messages: MessageOverrides,
  key: MessageKey,
  issue: Issue,
  lockSeconds: number,
) => string;

let wording: IssueWording = (messages, key, { params }) => translate(messages, key, params);

/** Sets how issues are worded that contain waits and counts, which only the server's issues do. Called when their messages are loaded. */
export function wordIssuesBy(further: IssueWording): void {
  wording = further;
}

/**
 * Words for an issue; an unknown code gets general ones, never the code itself.
 *
 * @param lockSeconds how long the step stays closed, for texts that say so; `retryAfterSeconds` among the issue's numbers wins.
 */
export function describeIssue(messages: MessageOverrides, issue: Issue, lockSeconds = 0): string {
  const key = `issue.${issue.code}`;
  return wording(messages, isMessageKey(messages, key) ? key : "issue.generic", issue, lockSeconds);
}
