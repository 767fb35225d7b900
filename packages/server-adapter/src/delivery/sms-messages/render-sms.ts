import { frenchTexts } from "../messages/fr-texts.ts";

/** What a text tells somebody whose number was given on the identity screen. */
export type TextSubject = "code" | "severalPeople" | "pupilsNumber" | "already" | "nobody";

/** What the texts name. */
export interface TextDetails {
  readonly serviceName: string;
  /** Digits to type. */
  readonly code: string;
  readonly validSeconds: number;
  /** The host of the page the code is typed on, which the browser binds it to. */
  readonly host: string;
  /** Whether FranceConnect can be named as another way. */
  readonly hasFranceConnect: boolean;
}

/** Adds the line by which a phone fills the code in by itself, on that host's pages alone (WICG, Origin-bound one-time codes). */
const bindToHost = (text: string, host: string, code: string) => `${text}\n\n@${host} #${code}`;

function withOtherWays(text: string, { hasFranceConnect }: TextDetails): string {
  const { otherWays, otherWaysWithFranceConnect } = frenchTexts;
  return `${text} ${hasFranceConnect ? otherWaysWithFranceConnect : otherWays}`;
}

/** A decoy gets the words of a code, which nobody will read: it has to cost as much to write. */
function codeText({ serviceName, code, validSeconds, host }: TextDetails): string {
  return bindToHost(frenchTexts.code(serviceName, code, Math.floor(validSeconds / 60)), host, code);
}

const writers: Readonly<Record<TextSubject, (details: TextDetails) => string>> = {
  code: codeText,
  nobody: codeText,
  severalPeople: (details) => withOtherWays(frenchTexts.severalPeople(details.serviceName), details),
  pupilsNumber: (details) => withOtherWays(frenchTexts.pupilsNumber(details.serviceName), details),
  already: ({ serviceName }) => frenchTexts.already(serviceName),
};

/** Writes the text: the code in the domain-bound form, or what to do where no code would be right. */
export function renderSms(subject: TextSubject, details: TextDetails): string {
  return writers[subject](details);
}
