import type { Issue } from "@educonnect-activation/core";
import { describeWait } from "./describe-wait.ts";
import { joinSentences } from "./join-texts.ts";
import { isMessageKey, translate, type MessageOverrides } from "./translate.ts";

/**
 * Words for an issue; an unknown code gets general ones, never the code itself.
 *
 * @param lockSeconds how long the step stays closed, for texts that say so; `retryAfterSeconds` among the issue's numbers wins.
 */
export function describeIssue(messages: MessageOverrides, issue: Issue, lockSeconds = 0): string {
  const { code, params = {} } = issue;
  const key = `issue.${code}`;
  const delay = describeDelay(messages, Number(params["retryAfterSeconds"] ?? lockSeconds));
  const text = translate(messages, isMessageKey(messages, key) ? key : "issue.generic", { ...params, delay });
  return params["triesLeft"] === undefined
    ? text
    : joinSentences(translate(messages, "lang"), [text, translate(messages, "issue.triesLeft", params)]);
}

/** « dans 15 minutes », or « plus tard » when nobody knows. */
export function describeDelay(messages: MessageOverrides, seconds: number): string {
  return seconds > 0 ? describeWait(seconds, translate(messages, "lang")) : translate(messages, "later");
}
