import type { ActivationMethod } from "@educonnect-activation/core";
import type { Letter, LetterStatus } from "../letters/letter.ts";
import type { SentMail } from "../mail-server/sent-mail.ts";
import type { SentSms } from "../operator/sent-sms.ts";
import type { PhoneBook } from "../phones/phone-book.ts";
import type { SchoolReports } from "../schools/school-reports.ts";
import type { Trials } from "../trying/list-trials.ts";

/** The paths of the modules that define the elements, which are among the assets. */
export interface SiteModules {
  readonly activation: string;
  readonly portal: string;
  readonly methods: string;
  readonly language: string;
}

/** What the pages of the site show. */
export interface SiteContents {
  /** The only origin it answers for. */
  readonly publicOrigin: string;
  /** Where the handler is mounted, beside the site. */
  readonly basePath: string;
  readonly modules: SiteModules;
  /** The methods that the handler offers. */
  readonly methods: readonly ActivationMethod[];
  readonly letters: readonly Letter[];
  /** Reads the present statuses. */
  readonly readStatuses: () => Promise<(personId: string) => LetterStatus>;
  /** The mails received so far, the oldest first. */
  readonly mails: () => readonly SentMail[];
  /** The texts sent so far, the oldest first. */
  readonly texts: () => readonly SentSms[];
  readonly findOwners: PhoneBook;
  readonly trials: Trials;
  readonly reports: SchoolReports;
}
