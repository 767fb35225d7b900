import { frenchSignIn } from "./sign-in.ts";
import { frenchConfirmationLink } from "./confirmation-link.ts";
import { frenchFlow } from "./flow.ts";
import { frenchFranceConnect } from "./france-connect.ts";
import { frenchIdentity } from "./identity.ts";
import { frenchIssues } from "./issues.ts";
import { frenchMethods } from "./methods.ts";
import { frenchPassword } from "./password.ts";
import { frenchPortal } from "./portal.ts";
import { frenchServices } from "./services.ts";
import { frenchSmsCode } from "./sms-code.ts";
import { frenchSteps } from "./steps.ts";
import type { WordedIssueCode } from "../../issue.ts";
import type { Message } from "../format-message.ts";

/**
 * The French catalogue, which is the default: every text of the screens and of every issue, by key.
 *
 * The deck writes « EduConnect » and, where people sign in, « ÉduConnect ». The catalogue always has the latter, as mails and letters do.
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

/** A whole catalogue. `lang` is its BCP 47 tag, and `dir` its direction of writing. */
export type Messages = Readonly<Record<Exclude<MessageKey, keyof Writing>, Message>> & Writing;

interface Writing {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}
