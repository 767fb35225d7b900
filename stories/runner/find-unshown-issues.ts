import { french } from "@educonnect-activation/core";

const prefix = "issue.";

/** Told by a text of the issue, or in other words where an SMS or the reader's own date is concerned: no code of their own. */
const isVariant = (code: string) => /^(?:sms_|given_|own_)/.test(code) && code !== "sms_unavailable";

/** Neither is a code that a server sends: one joins two texts, one speaks for any unknown code. */
const nobodySends: ReadonlySet<string> = new Set(["ofChild", "generic", "triesLeft"]);

/** The codes with words of their own that no story shows. */
export function findUnshownIssues(shown: ReadonlySet<string>): readonly string[] {
  return Object.keys(french)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((code) => !isVariant(code) && !nobodySends.has(code) && !shown.has(code));
}
