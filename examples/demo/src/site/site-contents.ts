import type { ActivationMethod } from "@educonnect-activation/core";
import type { Letter, LetterStatus } from "../letters/letter.ts";
import type { SentMail } from "../mail-server/start-mail-server.ts";
import type { SentSms } from "../operator/sent-sms.ts";
import type { PhoneBook } from "../phones/phone-book.ts";
import type { SchoolReports } from "../schools/school-reports.ts";
import type { Trials } from "../trying/list-trials.ts";

/** The portal's first page. */
export const startPath = "/";

/** The portal's page where one signs in and activates an account. */
export const loginPath = "/connexion";

/** The page that the link of a confirmation mail opens. */
export const confirmPath = "/confirmer";

/** The page of help that mails lead to. */
export const helpPath = "/aide";

/** The page that compares the ways to activate an account. */
export const methodsPath = "/methodes";

/** The paths of the modules that define the elements, which are among the assets. */
interface SiteModules {
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
