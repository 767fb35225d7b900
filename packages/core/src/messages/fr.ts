import { frenchSignIn } from "./fr-sign-in.ts";
import { frenchConfirmationLink } from "./fr-confirmation-link.ts";
import { frenchFlow } from "./fr-flow.ts";
import { frenchFranceConnect } from "./fr-france-connect.ts";
import { frenchIdentity } from "./fr-identity.ts";
import { frenchIssues } from "./fr-issues.ts";
import { frenchMethods } from "./fr-methods.ts";
import { frenchPassword } from "./fr-password.ts";
import { frenchPortal } from "./fr-portal.ts";
import { frenchServices } from "./fr-services.ts";
import { frenchSmsCode } from "./fr-sms-code.ts";
import { frenchSteps } from "./fr-steps.ts";
import type { WordedIssueCode } from "../issue.ts";
import type { Message } from "./format-message.ts";

/**
 * The French catalogue, which is the default: every text of the screens and of every issue, by key.
 *
 * The deck writes « EduConnect » and, where people sign in, « ÉduConnect »: here it is the latter everywhere, as in mails and letters.
 */
export const french = {
  ...frenchSignIn,
  ...frenchIssues,
  ...frenchSteps,
  ...frenchFlow,
  ...frenchPassword,
  ...frenchServices,
  ...frenchConfirmationLink,
  ...frenchIdentity,
  ...frenchSmsCode,
  ...frenchFranceConnect,
  ...frenchMethods,
  ...frenchPortal,
} satisfies Readonly<Record<`issue.${WordedIssueCode}`, Message>>;

/** The name of a message. */
export type MessageKey = keyof typeof french;

/** A whole catalogue: `lang` is its BCP 47 tag, `dir` the direction it is written in. */
export type Messages = Readonly<Record<Exclude<MessageKey, keyof Writing>, Message>> & Writing;

interface Writing {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}
