import { frenchIssues } from "@educonnect-activation/core";
import { wordIssuesBy, type IssueWording } from "./describe-issue.ts";
import { describeDelay } from "./describe-wait.ts";
import { joinSentences } from "./join-texts.ts";
import { addTexts, translate } from "./translate.ts";

/** Has words for what the server finds wrong: those of its issues, of the waits and of the counts in them. */
export function wordServerIssues(): void {
  addTexts("sign-in", frenchIssues);
  wordIssuesBy(wordWithDetails);
}

const wordWithDetails: IssueWording = (messages, key, { params = {} }, lockSeconds) => {
  const delay = describeDelay(messages, Number(params["retryAfterSeconds"] ?? lockSeconds));
  const text = translate(messages, key, { ...params, delay });
  return params["triesLeft"] === undefined
    ? text
    : joinSentences(translate(messages, "lang"), [text, translate(messages, "issue.triesLeft", params)]);
};
