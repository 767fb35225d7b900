import { frenchMails } from "../messages/fr.ts";
import {
  closingBlocks,
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
  /** In any case; written in capitals, as in the deck. */
  readonly identifier: string;
  /** Where the address is confirmed, its token included; opening it changes nothing. */
  readonly link: string;
  /** What to type instead of following the link; null once the account is active, when no screen asks for it. */
  readonly code: string | null;
  /** How long they are good for. */
  readonly ttlSeconds: number;
}

/** Writes the mail by which an address is confirmed (the deck's, with the code and the limit in time added), before or after the activation. */
export function renderConfirmationMail(details: ConfirmationMailDetails): MailContent {
  const { confirmation, greeting } = frenchMails;
  const { code } = details;
  const person = writePerson(details.givenName, details.familyName);
  const identifier = details.identifier.toUpperCase();
  const duration = writeDuration(details.ttlSeconds);
  return renderMailDocument(confirmation.subject, [
    { type: "paragraph", text: greeting(person) },
    {
      type: "paragraph",
      text: code === null ? confirmation.active(identifier) : confirmation.asked(identifier),
    },
    { type: "paragraph", text: confirmation.purpose },
    { type: "paragraph", text: code === null ? confirmation.confirmActive : confirmation.confirm },
    { type: "action", label: confirmation.action, href: details.link },
    ...validityBlocks(code, duration),
    { type: "paragraph", text: confirmation.notAsked },
    ...closingBlocks(details),
  ]);
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

/** In whole hours, or in minutes when under one hour; rounded down, so that a mail never promises too much. */
function writeDuration(seconds: number): string {
  return seconds >= 3600
    ? frenchMails.hours(Math.floor(seconds / 3600))
    : frenchMails.minutes(Math.floor(seconds / 60));
}
