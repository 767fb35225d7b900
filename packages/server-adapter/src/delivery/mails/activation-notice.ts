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

/** What the mail to the other guardians of a child says. */
export interface ActivationNoticeDetails extends MailTexts {
  /** The names of the guardian who gets the notice. */
  readonly givenName: string;
  readonly familyName: string;
  /** Given names of the children that both are guardians of, at least one. */
  readonly childNames: readonly string[];
  /** Who has activated an account. */
  readonly activatedBy: string;
}

/** Writes the mail that tells a guardian of a new activation on their child. */
export function renderActivationNotice(details: ActivationNoticeDetails): MailContent {
  const { activation, and, greeting } = frenchMails;
  const childNames = details.childNames.map(plainName);
  if (childNames.length === 0) throw new TypeError("an activation notice is about at least one child");
  const children = [childNames.slice(0, -1).join(", "), childNames.at(-1)].filter(Boolean).join(` ${and} `);
  const blocks: readonly MailBlock[] = [
    { type: "paragraph", text: greeting(writePerson(details.givenName, details.familyName)) },
    {
      type: "paragraph",
      text: activation.told(plainName(details.activatedBy), children, childNames.length > 1),
    },
    { type: "paragraph", text: activation.why },
    { type: "paragraph", text: activation.doubt },
    ...closingBlocks(details),
  ];
  return renderMailDocument(activation.subject, [{ lang: "fr", dir: "ltr", blocks }]);
}
