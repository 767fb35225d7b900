import type { Command, SignInCommand } from "@educonnect-activation/core";

/** Where a link of a screen leads; each shows only when its target is wired. */
export type NavigateTarget =
  | "recover-identifier"
  | "recover-password"
  | "no-account"
  | "methods"
  | "franceconnect"
  | "franceconnect-about"
  | "home"
  | "contact"
  | "account"
  | "sign-in"
  | "retry";

/** A person's act that core's machine understands. */
export type CommandEvent = CustomEvent<Command | SignInCommand>;

/** A link was followed. Prevent its default to keep the browser on the page. */
export type NavigateEvent = CustomEvent<{ readonly target: NavigateTarget; readonly href: string | null }>;

/** « Confirmer » or « Ce n'est pas moi », where the mail's link leads. */
export type LinkAnswerEvent = CustomEvent<{ readonly answer: "confirm" | "disown" }>;

/** Whether the activation under way in this browser may be given up for the one just asked for. */
export type ReplaceEvent = CustomEvent<{ readonly agreed: boolean }>;

/** « Se déconnecter » was pressed. */
export type SignOutEvent = CustomEvent<null>;

/** What was chosen at the portal, by ids, whether it is kept in this browser, and the absolute address it leads to. */
export type PortalChoiceEvent = CustomEvent<{
  readonly profile: string;
  readonly level: string | null;
  readonly mode: string;
  readonly href: string;
  readonly remember: boolean;
}>;

/**
 * Every event of the screens, by its name. All bubble and can be cancelled; only `educonnect-navigate` crosses shadow roots, since what
 * the others carry, a password perhaps, is for the host of the screen alone.
 */
export interface EduconnectEventMap {
  "educonnect-command": CommandEvent;
  "educonnect-navigate": NavigateEvent;
  "educonnect-link-answer": LinkAnswerEvent;
  "educonnect-replace": ReplaceEvent;
  "educonnect-sign-out": SignOutEvent;
  "educonnect-portal-choice": PortalChoiceEvent;
}

/**
 * Tells the host what the person did.
 *
 * @returns false when a listener prevented the default.
 */
export function dispatch<Name extends keyof EduconnectEventMap>(
  target: EventTarget,
  name: Name,
  detail: EduconnectEventMap[Name]["detail"],
): boolean {
  return target.dispatchEvent(
    new CustomEvent(name, {
      detail,
      bubbles: true,
      composed: name === "educonnect-navigate",
      cancelable: true,
    }),
  );
}

declare global {
  interface HTMLElementEventMap extends EduconnectEventMap {}
}

/** Another language was chosen, or found again as the page opened. */
export type LanguageChangeEvent = CustomEvent<{ readonly lang: string }>;

/** The menu's event, by its name. It bubbles and crosses shadow roots. */
export interface LanguageEventMap {
  "educonnect-language-change": LanguageChangeEvent;
}

/** Tells the page which language its elements speak from now on. */
export function announceLanguage(target: EventTarget, lang: string): void {
  const detail: LanguageChangeEvent["detail"] = { lang };
  target.dispatchEvent(
    new CustomEvent("educonnect-language-change", { detail, bubbles: true, composed: true }),
  );
}
