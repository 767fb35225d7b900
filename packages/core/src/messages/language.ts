import type { Messages } from "./fr/catalogue.ts";
import type { frenchConfirmationLink } from "./fr/confirmation-link.ts";
import type { frenchFlow } from "./fr/flow.ts";
import type { frenchFranceConnect } from "./fr/france-connect.ts";
import type { frenchIdentity } from "./fr/identity.ts";
import type { frenchIssues } from "./fr/issues.ts";
import type { frenchMethods } from "./fr/methods.ts";
import type { frenchPassword } from "./fr/password.ts";
import type { frenchPortal } from "./fr/portal.ts";
import type { frenchServices } from "./fr/services.ts";
import type { frenchSignIn } from "./fr/sign-in.ts";
import type { frenchSmsCode } from "./fr/sms-code.ts";
import type { frenchSteps } from "./fr/steps.ts";

/**
 * The keys of each part in which a language loads, as the screens need them.
 *
 * French is in the bundles and cut finer where that makes a page lighter, so several of its files can make one part.
 */
interface PartKeys {
  readonly "sign-in": keyof (typeof frenchSignIn & typeof frenchIssues);
  readonly flow: keyof (typeof frenchSteps & typeof frenchFlow);
  readonly proof: keyof (typeof frenchIdentity & typeof frenchSmsCode & typeof frenchFranceConnect);
  readonly password: keyof typeof frenchPassword;
  readonly services: keyof (typeof frenchServices & typeof frenchMethods);
  readonly "confirmation-link": keyof typeof frenchConfirmationLink;
  readonly portal: keyof typeof frenchPortal;
}

/** A part of a catalogue: `sign-in` comes with its language, the others come with the screens that need them. */
export type TextPart = keyof PartKeys;

/** The texts of a part: every key of the part, and no other. */
export type TextsOf<Part extends TextPart> = Readonly<Pick<Messages, PartKeys[Part]>>;

/** A language other than French: its first texts, and a loader for each of the other parts. */
export type Language = Readonly<{
  [Part in TextPart]: Part extends "sign-in"
    ? TextsOf<Part>
    : () => Promise<{ readonly texts: TextsOf<Part> }>;
}>;

/**
 * Finds the available language that a tag means: the one with the same tag, else the one with the same first subtag.
 *
 * `pt-BR` finds `pt` and `zh-CN` finds `zh-Hans`; `fr-CA` finds `fr`, and never easy French.
 *
 * @returns undefined when no available language fits.
 */
export function findLanguage(tag: string, available: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase();
  const [primary] = wanted.split("-");
  return (
    available.find((each) => each.toLowerCase() === wanted) ??
    available.find((each) => each === primary) ??
    available.find((each) => primary !== "fr" && each.split("-")[0] === primary)
  );
}
