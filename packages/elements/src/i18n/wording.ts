import { frenchIssues } from "@educonnect-activation/core";
import { translate, type MessageOverrides, wordIssuesBy, type IssueWording, addTexts } from "./translate.ts";

/** « dans 15 minutes », or « plus tard » when nobody knows. */
export function describeDelay(messages: MessageOverrides, seconds: number): string {
  return seconds > 0 ? describeWait(seconds, translate(messages, "lang")) : translate(messages, "later");
}

/**
 * Seconds from now in words, by minutes or hours where seconds no longer matter: « dans 45 secondes ».
 *
 * @param language BCP 47 tag of the words; digits are those of French keyboards and papers in every language.
 */
export function describeWait(seconds: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`);
  // CLDR's Arabic phrase means "within", but "after" is meant here.
  const inWords = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
    format.format(value, unit).replace(/^خلال /u, "بعد ");
  if (seconds < 90) return inWords(Math.max(1, Math.ceil(seconds)), "second");
  if (seconds < 90 * 60) return inWords(Math.ceil(seconds / 60), "minute");
  return inWords(Math.ceil(seconds / 3600), "hour");
}

/** The parts of a date, as fields are named. */
export type DatePart = "day" | "month" | "year";

const isDatePart = (type: string): type is DatePart => ["day", "month", "year"].includes(type);

/** The parts of a date in the order in which a language writes them: the day first in most, the year first in Chinese. */
export function dateOrder(language: string): readonly DatePart[] {
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "numeric", year: "numeric" });
  return format
    .formatToParts(0)
    .map(({ type }) => type)
    .filter(isDatePart);
}

/** Puts sentences one after the other; in Chinese nothing stands between them. */
export function joinSentences(language: string, sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(language.startsWith("zh") ? "" : " ");
}

/** The comma of a language, with the space after it where there is one. */
export function commaOf(language: string): string {
  if (language.startsWith("zh")) return "，";
  return language.startsWith("ar") ? "، " : ", ";
}

/** Puts names one after the other as one name that is read aloud; in Arabic from right to left, though the first be Latin. */
export function joinNames(language: string, names: readonly string[]): string {
  const given = names.filter(Boolean);
  return language.startsWith("ar")
    ? `\u200f${given.map((name) => `\u2068${name}\u2069`).join("، ")}`
    : given.join(commaOf(language));
}

/** Adds the French messages of the server's issues and the wording of the waits and counts in them. */
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
