import { frenchTexts } from "../messages/fr-texts.ts";

/** What the text to the other guardians of a child says. */
export interface ActivationTextDetails {
  readonly serviceName: string;
  /** Who has activated an account. */
  readonly activatedBy: string;
  /** Given names of the children both are guardians of, at least one. */
  readonly childNames: readonly string[];
}

/** Writes the text that tells a guardian without a confirmed mail address of a new activation on their child. */
export function renderActivationSms(details: ActivationTextDetails): string {
  const { serviceName, activatedBy, childNames } = details;
  if (childNames.length === 0) throw new TypeError("an activation notice is about at least one child");
  const children = [childNames.slice(0, -1).join(", "), childNames.at(-1)]
    .filter(Boolean)
    .join(` ${frenchTexts.and} `);
  return frenchTexts.activation(serviceName, activatedBy, children);
}
