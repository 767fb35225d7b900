import type { frenchSignIn } from "./fr-sign-in.ts";
import type { frenchConfirmationLink } from "./fr-confirmation-link.ts";
import type { frenchFlow } from "./fr-flow.ts";
import type { frenchFranceConnect } from "./fr-france-connect.ts";
import type { frenchIdentity } from "./fr-identity.ts";
import type { frenchIssues } from "./fr-issues.ts";
import type { frenchMethods } from "./fr-methods.ts";
import type { frenchPassword } from "./fr-password.ts";
import type { frenchPortal } from "./fr-portal.ts";
import type { frenchServices } from "./fr-services.ts";
import type { frenchSmsCode } from "./fr-sms-code.ts";
import type { frenchSteps } from "./fr-steps.ts";
import type { Messages } from "./fr.ts";

/** The keys of each part that a language loads in, as screens need them. */
interface PartKeys {
  readonly "sign-in": keyof (typeof frenchSignIn & typeof frenchIssues);
  readonly flow: keyof (typeof frenchSteps & typeof frenchFlow);
  readonly proof: keyof (typeof frenchIdentity & typeof frenchSmsCode & typeof frenchFranceConnect);
  readonly password: keyof typeof frenchPassword;
  readonly services: keyof (typeof frenchServices & typeof frenchMethods);
  readonly "confirmation-link": keyof typeof frenchConfirmationLink;
  readonly portal: keyof typeof frenchPortal;
}

/** A part of a catalogue: `sign-in` comes with its language, the others with the screens that need them. */
export type TextPart = keyof PartKeys;

/** The texts of a part, none missing and none besides. */
export type TextsOf<Part extends TextPart> = Readonly<Pick<Messages, PartKeys[Part]>>;

/** Another language than French: its first texts, and how the others load. */
export type Language = Readonly<{
  [Part in TextPart]: Part extends "sign-in"
    ? TextsOf<Part>
    : () => Promise<{ readonly texts: TextsOf<Part> }>;
}>;
