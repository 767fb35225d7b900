import { frenchMails } from "../messages/fr.ts";
import {
  closingBlocks,
  renderMailDocument,
  writePerson,
  type MailContent,
  type MailTexts,
} from "./mail-document.ts";

/** What the mail that confirms an address says. */
export interface ConfirmationMailDetails extends MailTexts {
  readonly givenName: string;
  readonly familyName: string;
  /** In any case; written in capitals, as in the deck. */
  readonly identifier: string;
  /** Where the address is confirmed, its token included; opening it changes nothing. */
  readonly link: string;
  /** What to type instead of following the link. */
  readonly code: string;
  /** How long both are good for. */
  readonly ttlSeconds: number;
}

/** Writes the mail by which an address is confirmed (the deck's, with the code and the limit in time added). */
export function renderConfirmationMail(details: ConfirmationMailDetails): MailContent {
  const { confirmation, greeting } = frenchMails;
  const person = writePerson(details.givenName, details.familyName);
  return renderMailDocument(confirmation.subject, [
    { type: "paragraph", text: greeting(person) },
    { type: "paragraph", text: confirmation.asked(details.identifier.toUpperCase()) },
    { type: "paragraph", text: confirmation.purpose },
    { type: "paragraph", text: confirmation.confirm },
    { type: "action", label: confirmation.action, href: details.link },
    { type: "paragraph", text: confirmation.code },
    { type: "code", code: details.code },
    { type: "paragraph", text: confirmation.validity(writeDuration(details.ttlSeconds)) },
    { type: "paragraph", text: confirmation.signedOut },
    { type: "paragraph", text: confirmation.notAsked },
    ...closingBlocks(details),
  ]);
}

/** In whole hours, or in minutes when under one hour; rounded down, so that a mail never promises too much. */
function writeDuration(seconds: number): string {
  return seconds >= 3600
    ? frenchMails.hours(Math.floor(seconds / 3600))
    : frenchMails.minutes(Math.floor(seconds / 60));
}
