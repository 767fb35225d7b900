import { frenchSms } from "../wording/fr.ts";

/** What an SMS tells somebody whose number was given on the identity screen. */
export type SmsSubject = "code" | "severalPeople" | "pupilsNumber" | "already" | "nobody";

/** What the SMS of the identity screen name. */
export interface SmsDetails {
  readonly serviceName: string;
  /** The digits to type. */
  readonly code: string;
  readonly validSeconds: number;
  /** The host of the page on which the code is typed; the browser binds the code to it. */
  readonly host: string;
  /** Whether FranceConnect can be named as another way. */
  readonly hasFranceConnect: boolean;
}

/** What the SMS to the other guardians of a child says. */
export interface ActivationSmsDetails {
  readonly serviceName: string;
  /** Who has activated an account. */
  readonly activatedBy: string;
  /** Given names of the children that both are guardians of, at least one. */
  readonly childNames: readonly string[];
}

/** Adds the line with which a phone fills the code in, on that host's pages only (WICG, Origin-bound one-time codes). */
const bindToHost = (text: string, host: string, code: string) => `${text}\n\n@${host} #${code}`;

function withOtherWays(text: string, { hasFranceConnect }: SmsDetails): string {
  const { otherWays, otherWaysWithFranceConnect } = frenchSms;
  return `${text} ${hasFranceConnect ? otherWaysWithFranceConnect : otherWays}`;
}

/** Writes the SMS with a code. A decoy gets the same words, although nobody reads them, because it must cost as much to write. */
function writeCode({ serviceName, code, validSeconds, host }: SmsDetails): string {
  return bindToHost(frenchSms.code(serviceName, code, Math.floor(validSeconds / 60)), host, code);
}

const writers: Readonly<Record<SmsSubject, (details: SmsDetails) => string>> = {
  code: writeCode,
  nobody: writeCode,
  severalPeople: (details) => withOtherWays(frenchSms.severalPeople(details.serviceName), details),
  pupilsNumber: (details) => withOtherWays(frenchSms.pupilsNumber(details.serviceName), details),
  already: ({ serviceName }) => frenchSms.already(serviceName),
};

/** Writes an SMS of the identity screen: the code, bound to the host, or what to do where no code can be sent. */
export function renderSms(subject: SmsSubject, details: SmsDetails): string {
  return writers[subject](details);
}

/** Writes the SMS that tells a guardian without a confirmed mail address of a new activation on their child. */
export function renderActivationSms(details: ActivationSmsDetails): string {
  const { serviceName, activatedBy, childNames } = details;
  if (childNames.length === 0) throw new TypeError("an activation notice is about at least one child");
  const children = [childNames.slice(0, -1).join(", "), childNames.at(-1)]
    .filter(Boolean)
    .join(` ${frenchSms.and} `);
  return frenchSms.activation(serviceName, activatedBy, children);
}
