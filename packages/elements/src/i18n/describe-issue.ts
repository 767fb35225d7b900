import type { Issue, MessageKey } from "@educonnect-activation/core";
import { isMessageKey, translate, type MessageOverrides } from "./translate.ts";

/** Puts an issue into words by the key of its text. */
export type IssueWording = (
  messages: MessageOverrides,
  key: MessageKey,
  issue: Issue,
  lockSeconds: number,
) => string;

let wording: IssueWording = (messages, key, { params }) => translate(messages, key, params);

/** Has issues worded with the waits and counts that only the server's have; to be called with their texts. */
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
