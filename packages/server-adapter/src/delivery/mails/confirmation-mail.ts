import type { ConfirmationTexts } from "../wording/confirmation-texts.ts";
import { frenchMails } from "../wording/fr.ts";
import {
  closingBlocks,
  plainName,
  renderMailDocument,
  writePerson,
  type MailBlock,
  type MailContent,
  type MailTexts,
} from "./mail-document.ts";

/** What the mail that confirms an address says. */
export interface ConfirmationMailDetails extends MailTexts {
  readonly givenName: string;
  readonly familyName: string;
  /** The identifier in any case; the mail writes it in capitals, as the deck does. */
  readonly identifier: string;
  /** The confirmation link with its token; opening it changes nothing. */
  readonly link: string;
  /** The code to type instead of following the link; null once the account is active, when no screen asks for it. */
  readonly code: string | null;
  /** How long the link and the code are valid. */
  readonly ttlSeconds: number;
  /** The words of a language other than French; null for French alone. */
  readonly texts: ConfirmationTexts | null;
}

/** The names that the mail mentions, each made one plain line. */
interface ConfirmationNames {
  readonly person: string;
  readonly identifier: string;
}

/**
 * Writes the mail that asks to confirm an address, before or after the activation. It is the deck's mail with the code and the time limit
 * added.
 *
 * In another language the mail says first what to do and then why. The French mail follows, unless the language is easy French.
 */
export function renderConfirmationMail(details: ConfirmationMailDetails): MailContent {
  const { texts } = details;
  const names: ConfirmationNames = {
    person: writePerson(details.givenName, details.familyName),
    identifier: plainName(details.identifier.toUpperCase()),
  };
  const { subject } = frenchMails.confirmation;
  const french = frenchBlocks(details, names);
  if (texts === null) return renderMailDocument(subject, [{ lang: "fr", dir: "ltr", blocks: french }]);
  const own = ownBlocks(details, texts, names);
  const { lang, dir, isFollowedByFrench } = texts;
  const footer: MailBlock = { type: "footer", text: texts.sentBy(plainName(details.serviceName)) };
  if (!isFollowedByFrench)
    return renderMailDocument(texts.subject, [{ lang, dir, blocks: [...own, footer] }]);
  const heading: MailBlock = { type: "heading", text: frenchMails.inFrench };
  return renderMailDocument(texts.subject, [
    // The mark of a signature would make mail readers hide the French that follows.
    { lang, dir, blocks: [...own, { ...footer, type: "paragraph" }] },
    { lang: "fr", dir: "ltr", blocks: [heading, ...french] },
  ]);
}

function frenchBlocks(
  details: ConfirmationMailDetails,
  { person, identifier }: ConfirmationNames,
): readonly MailBlock[] {
  const { confirmation, greeting } = frenchMails;
  const { code } = details;
  return [
    { type: "paragraph", text: greeting(person) },
    {
      type: "paragraph",
      text: code === null ? confirmation.active(identifier) : confirmation.asked(identifier),
    },
    { type: "paragraph", text: confirmation.purpose },
    { type: "paragraph", text: code === null ? confirmation.confirmActive : confirmation.confirm },
    { type: "action", label: confirmation.action, href: details.link },
    ...validityBlocks(code, writeDuration(details.ttlSeconds)),
    { type: "paragraph", text: confirmation.notAsked },
    ...closingBlocks(details),
  ];
}

function ownBlocks(
  { code, link, ttlSeconds, helpUrl }: ConfirmationMailDetails,
  texts: ConfirmationTexts,
  { person, identifier }: ConfirmationNames,
): readonly MailBlock[] {
  const duration = writeDurationIn(texts.lang, ttlSeconds);
  const paragraph = (text: string): MailBlock => ({ type: "paragraph", text });
  return [
    paragraph(texts.greeting(person)),
    paragraph(code === null ? texts.active(identifier) : texts.asked(identifier)),
    paragraph(code === null ? texts.confirmActive : texts.confirm),
    { type: "action", label: texts.action, href: link },
    ...(code === null
      ? [paragraph(texts.linkValidity(duration))]
      : [paragraph(texts.code), { type: "code", code } as const, paragraph(texts.validity(duration))]),
    paragraph(texts.notAsked),
    paragraph(texts.purpose),
    ...(code === null ? [] : [paragraph(texts.signedOut)]),
    ...(helpUrl === null ? [] : [{ type: "link", text: texts.help, href: helpUrl } as const]),
  ];
}

function validityBlocks(code: string | null, duration: string): readonly MailBlock[] {
  const { confirmation } = frenchMails;
  if (code === null) return [{ type: "paragraph", text: confirmation.linkValidity(duration) }];
  return [
    { type: "paragraph", text: confirmation.code },
    { type: "code", code },
    { type: "paragraph", text: confirmation.validity(duration) },
    { type: "paragraph", text: confirmation.signedOut },
  ];
}

/** Rounds a duration down to hours, or to minutes when it is under one hour, so that a mail never promises too much. */
function roundDown(seconds: number): { readonly unit: "hour" | "minute"; readonly count: number } {
  return seconds >= 3600
    ? { unit: "hour", count: Math.floor(seconds / 3600) }
    : { unit: "minute", count: Math.floor(seconds / 60) };
}

function writeDuration(seconds: number): string {
  const { unit, count } = roundDown(seconds);
  return unit === "hour" ? frenchMails.hours(count) : frenchMails.minutes(count);
}

/** Writes a duration in a language, with Latin digits as everywhere in the kit. */
function writeDurationIn(lang: string, seconds: number): string {
  const { unit, count } = roundDown(seconds);
  const format = { style: "unit", unit, unitDisplay: "long", numberingSystem: "latn" } as const;
  return new Intl.NumberFormat(lang, format).format(count);
}
