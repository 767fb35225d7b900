import { translate, type MessageOverrides } from "./translate.ts";

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
  // CLDR's Arabic says « within »; what is meant is « after ».
  const inWords = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
    format.format(value, unit).replace(/^خلال /u, "بعد ");
  if (seconds < 90) return inWords(Math.max(1, Math.ceil(seconds)), "second");
  if (seconds < 90 * 60) return inWords(Math.ceil(seconds / 60), "minute");
  return inWords(Math.ceil(seconds / 3600), "hour");
}
